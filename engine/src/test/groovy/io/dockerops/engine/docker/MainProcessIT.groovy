package io.dockerops.engine.docker

import io.dockerops.engine.port.ContainerEngineContract
import io.dockerops.engine.port.Streams
import java.util.concurrent.TimeUnit

/** What the main process of a container does on a real engine when it is connected, beyond the contract. */
class MainProcessIT extends ContainerEngineContract implements OnDocker {

    def "a main process with a terminal hears of its size, and Ctrl-C goes to it"() {
        given:
        create('Cmd': ['sh'], 'Tty': true, 'OpenStdin': true, 'one')
        engine.start(name('one'))
        def output = new ByteArrayOutputStream()
        def input = new PipedOutputStream()
        def streams = new Streams(new PipedInputStream(input), output, OutputStream.nullOutputStream())
        def attached = inBackground {
            engine.attachToMain(name('one'), streams) { it.resize(33, 77) }
        }

        when:
        input.write('until stty size | grep "33 77"; do sleep 0.1; done; trap "echo inter; echo rupted" INT; echo re; echo ady\n'.bytes)
        input.flush()
        conditions.eventually { assert output.toString().readLines().containsAll(['33 77', 'ady']) }
        input.write(3)
        input.flush()
        conditions.eventually { assert output.toString().readLines().contains('rupted') }
        input.write('exit 5\n'.bytes)
        input.flush()

        then:
        attached.get(60, TimeUnit.SECONDS) == 5
    }
}
