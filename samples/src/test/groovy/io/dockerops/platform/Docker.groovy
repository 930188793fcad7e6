package io.dockerops.platform

import java.nio.charset.StandardCharsets

/** One call of the docker command line, with both its outputs. */
class Docker {

    final int code
    final String out
    final String err

    private Docker(int code, String out, String err) {
        this.code = code
        this.out = out
        this.err = err
    }

    static Docker call(String... arguments) {
        process(['docker', *arguments])
    }

    static Docker process(List<String> command) {
        def builder = new ProcessBuilder(command*.toString())
        // The builder that every engine has.
        builder.environment().put('DOCKER_BUILDKIT', '0')
        def process = builder.start()
        process.outputStream.close()
        def err = new StringBuilder()
        def reader = Thread.start { err << new String(process.errorStream.readAllBytes(), StandardCharsets.UTF_8) }
        def out = new String(process.inputStream.readAllBytes(), StandardCharsets.UTF_8)
        int code = process.waitFor()
        reader.join()
        new Docker(code, out.stripTrailing(), err.toString().stripTrailing())
    }

    Docker mustSucceed() {
        assert code == 0: this
        this
    }

    @Override
    String toString() {
        "exit code $code\n$out\n$err"
    }
}
