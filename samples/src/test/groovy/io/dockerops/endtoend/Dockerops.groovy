package io.dockerops.endtoend

import io.dockerops.cli.Main
import io.dockerops.cli.session.Composition
import io.dockerops.cli.session.Surroundings
import io.dockerops.cli.terminal.SystemTerminal
import java.nio.charset.StandardCharsets
import java.nio.file.Path

/** The program run in a folder, on the engine that DOCKER_HOST names. */
class Dockerops {

    final int code
    final String out
    final String err

    private Dockerops(int code, String out, String err) {
        this.code = code
        this.out = out
        this.err = err
    }

    static Dockerops run(Path folder, String... arguments) {
        def out = new ByteArrayOutputStream()
        def err = new ByteArrayOutputStream()
        def environment = System.getenv()
        def surroundings = new Surroundings(environment, folder, InputStream.nullInputStream(),
            new PrintStream(out, false, StandardCharsets.UTF_8), new PrintStream(err, false, StandardCharsets.UTF_8),
            new SystemTerminal(environment))
        int code = Main.run(arguments.toList(), surroundings, new Composition())
        new Dockerops(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8))
    }

    /** The same with the docker command line, for what a user would look at. */
    static String docker(String... arguments) {
        def process = new ProcessBuilder(['docker', *arguments]).redirectErrorStream(true).start()
        def text = process.inputStream.text
        assert process.waitFor() == 0: text
        text.trim()
    }

    @Override
    String toString() {
        "exit code $code\n$out\n$err"
    }
}
