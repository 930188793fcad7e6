package io.dockerops.endtoend

import io.dockerops.cli.Main
import io.dockerops.cli.session.Composition
import io.dockerops.cli.session.Surroundings
import io.dockerops.cli.terminal.Terminal
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import spock.lang.Specification
import spock.lang.TempDir

/** Instances that no file lists, and a shell in place of a service. */
class AskedIT extends Specification {

    @TempDir
    Path temporary

    Path folder

    def setup() {
        folder = Files.createDirectories(temporary.resolve('asked-it'))
        def web = Files.createDirectories(folder.resolve('services/web'))
        Files.copy(Path.of('/bin/busybox'), web.resolve('busybox'), StandardCopyOption.REPLACE_EXISTING)
        // BusyBox does what it is called, and knows nothing by that name.
        Files.writeString(web.resolve('bash'), '#!/bin/sh\nexec sh "$@"\n')
        web.resolve('bash').toFile().executable = true
        Files.writeString(web.resolve('Dockerfile'), '''\
            FROM scratch
            COPY busybox /bin/busybox
            RUN ["/bin/busybox", "--install", "/bin"]
            COPY bash /bin/bash
            EXPOSE 80
            STOPSIGNAL SIGKILL
            CMD ["sleep", "3600"]
            '''.stripIndent())
        Files.writeString(folder.resolve('run.conf'), '[{"service": "web", "instance": "one"}]')
    }

    def cleanup() {
        Dockerops.run(folder, 'clean', '--volumes', '--yes')
    }

    def "an instance that no file lists stays through runs of the project, until it is cleaned"() {
        given:
        assert Dockerops.run(folder, 'run').code == 0

        when:
        def run = Dockerops.run(folder, 'run', 'web', '--instance', 'extra', '--type', 'published', '--seed-command', "sh -c 'sleep 3601'")

        then:
        run.code == 0
        def container = id('extra')
        Dockerops.docker('inspect', '-f', '{{json .Config.Cmd}}', container) == '["sh","-c","sleep 3601"]'
        Dockerops.docker('port', container).contains('80/tcp')

        and: 'the same again, and a run of the project, leave it as it is'
        Dockerops.run(folder, 'run', 'web', '--instance', 'extra', '--type', 'published', '--seed-command', "sh -c 'sleep 3601'").code == 0
        Dockerops.run(folder, 'run').out.contains('Everything is as declared')
        id('extra') == container

        and: 'commands know it'
        Dockerops.run(folder, 'exec', 'web.extra', 'env').out.readLines().containsAll(['INSTANCE=extra', 'INSTANCE_TYPE=published'])
        Dockerops.run(folder, 'ps', 'web.extra').out.contains('from the command line')

        and: 'it is made anew with what it was run with'
        Dockerops.run(folder, 'rerun', 'web.extra').code == 0
        id('extra') != container
        Dockerops.run(folder, 'exec', 'web.extra', 'env').out.readLines().contains('INSTANCE_TYPE=published')

        and: 'other switches replace it'
        Dockerops.run(folder, 'run', 'web', '--instance', 'extra', '--safemode').code == 0
        Dockerops.run(folder, 'exec', 'web.extra', 'env').out.readLines().containsAll(['INSTANCE_TYPE=standard', 'SAFEMODE=True'])

        and:
        Dockerops.run(folder, 'clean', 'web.extra').code == 0
        id('extra') == ''
        id('one') != ''
    }

    def "an interactive run is a shell at the terminal, ends with its exit code, and leaves nothing"() {
        given:
        def input = new PipedOutputStream()
        def out = new ByteArrayOutputStream()
        def err = new ByteArrayOutputStream()
        def surroundings = new Surroundings(System.getenv(), folder, new PipedInputStream(input),
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8), new AnyTerminal())
        // The shell reads it when it is there.
        input.write('until stty size | grep "33 77"; do sleep 0.1; done; env; exit 7\n'.bytes)
        input.flush()

        expect:
        Main.run(['run', 'web', '--instance', 'extra', '--safemode', '--interactive'], surroundings, new Composition()) == 7
        out.toString().readLines().containsAll(['33 77', 'INSTANCE=extra', 'SAFEMODE=True'])
        err.toString().contains('`web.extra` has ended with exit code 7 and is removed.')
        id('extra') == ''
    }

    private static String id(String instance) {
        Dockerops.docker('ps', '-aq', '--filter', 'label=io.dockerops.project=asked-it', '--filter', "label=io.dockerops.instance=$instance")
    }

    /** A terminal of 33 rows and 77 columns. */
    private static class AnyTerminal implements Terminal {

        boolean input() {
            true
        }

        boolean output() {
            true
        }

        boolean error() {
            false
        }

        Terminal.Size size() {
            new Terminal.Size(33, 77)
        }

        Terminal.Registration onResize(Runnable listener) {
            return { } as Terminal.Registration
        }

        Terminal.Registration onInterrupt(Runnable listener) {
            return { } as Terminal.Registration
        }

        Terminal.Registration raw() {
            return { } as Terminal.Registration
        }
    }
}
