package io.dockerops.engine.docker

import io.dockerops.engine.model.ExecCommand
import io.dockerops.engine.model.Image
import io.dockerops.engine.port.Cancelled
import io.dockerops.engine.port.ContainerEngineContract
import io.dockerops.engine.port.EngineRefused
import io.dockerops.engine.port.LogRequest
import io.dockerops.engine.port.Program
import io.dockerops.engine.port.TerminalSession
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.TimeUnit

/** What processes of a real engine do, beyond the contract. */
class DockerTerminalsIT extends ContainerEngineContract implements OnDocker {

    def "a command runs as the user that was asked for"() {
        given:
        start('one')

        expect:
        engine.exec(name('one'), new ExecCommand(['id', '-u'], Optional.of('nobody'), false)).output() == '65534\n'
    }

    def "a command that is not there has an exit code, and the engine says why"() {
        given:
        start('one')

        when:
        def result = engine.exec(name('one'), new ExecCommand(['no-such-command'], Optional.empty(), false))

        then:
        result.exitCode() in [126, 127]
        result.output().contains('no-such-command')
    }

    def "of much output the end is kept"() {
        given:
        start('one')

        when:
        def result = engine.exec(name('one'), new ExecCommand(['seq', '1', '100000'], Optional.empty(), false))

        then:
        result.output().length() == 64 * 1024
        result.output().endsWith('\n99999\n100000\n')
    }

    def "a connected command has user, folder and terminal, and hears of its size"() {
        given:
        start('one')
        def output = new ByteArrayOutputStream()
        def input = new PipedOutputStream()
        def session = new TerminalSession(
            ['sh'], Optional.of('nobody'), Optional.of('/tmp'), true, new PipedInputStream(input), output, OutputStream.nullOutputStream())
        def attached = inBackground {
            engine.attach(name('one'), session) { it.resize(33, 77) }
        }

        when:
        input.write('id -u; pwd; tty; until stty size; do sleep 0.1; done; exit 5\n'.bytes)
        input.flush()

        then:
        attached.get(60, TimeUnit.SECONDS) == 5
        output.toString().readLines().containsAll(['65534', '/tmp', '33 77'])
        output.toString().readLines().any { it.startsWith('/dev/pts/') }
    }

    def "the log of a container with a terminal is read in lines"() {
        given:
        start('one', Program.ending(0, ['a', 'b']), 'Tty': true)
        conditions.eventually { assert !engine.inspect(name('one')).get().status().running() }

        expect:
        log('one', LogRequest.last(10)) == [['a', false], ['b', false]]
    }

    def "a long line of a log is one line, with one time"() {
        given:
        create('Cmd': ['sh', '-c', 'head -c 50000 /dev/zero | tr "\\0" x; echo'], 'one')
        engine.start(name('one'))
        conditions.eventually { assert !engine.inspect(name('one')).get().status().running() }

        when:
        def lines = log('one', new LogRequest(false, Optional.empty(), Optional.empty(), true))

        then:
        lines.size() == 1
        lines[0][0].takeAfter(' ') == 'x' * 50_000
    }

    def "running to the end gives the output whatever becomes of the log"() {
        given:
        def wanted = wanted('Image': image as String, 'Cmd': ['echo', 'hello'], 'HostConfig.LogConfig.Type': 'none')

        expect:
        engine.runToEnd(name('one'), wanted).output() == 'hello\n'
    }

    def "an interrupted run to the end leaves no container"() {
        given:
        def running = new Thread({
            engine.runToEnd(name('one'), wanted('Image': image as String, 'Cmd': ['sleep', '60'], ('Labels.' + LABEL): run))
        })
        def ended = new ConcurrentLinkedQueue<Throwable>()
        running.uncaughtExceptionHandler = { thread, failure -> ended << failure }
        running.start()
        conditions.eventually { assert engine.inspect(name('one')).map { it.status().running() }.orElse(false) }

        when:
        running.interrupt()
        running.join(60_000)

        then:
        ended*.class == [Cancelled]
        engine.inspect(name('one')).empty
    }

    def "a port that is taken is told in the engine's words"() {
        given:
        start('one', 'ExposedPorts.80/tcp': true, 'HostConfig.PortBindings.80/tcp': ['127.0.0.1:'])
        def port = engine.containers(labels()).find { it.name() == name('one') }.publishedPorts()[0].takeBetween(':', '-')
        create('two', 'ExposedPorts.80/tcp': true, 'HostConfig.PortBindings.80/tcp': ["127.0.0.1:$port"])

        when:
        engine.start(name('two'))

        then:
        def refused = thrown(EngineRefused)
        refused.engineMessage().contains('port is already allocated')
    }
}
