package io.dockerops.engine.port

import io.dockerops.engine.model.ExecCommand
import io.dockerops.engine.model.Image
import java.time.Duration
import java.time.Instant
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.TimeUnit

/** What an engine owes callers about what processes read and write. */
abstract class ProcessesContract extends ContainerEngineContract {

    def "a command gives its exit code and all that it writes"() {
        given:
        start('one')
        def program = Program.ending(5, ['out'], ['err'])
        teach(program)

        when:
        def result = engine.exec(name('one'), new ExecCommand(program.command, Optional.empty(), false))

        then:
        result.exitCode() == 5
        result.output().readLines() as Set == ['out', 'err'] as Set
    }

    def "a command in the background goes on and is among the processes, with the number of its user"() {
        given:
        start('one')

        when:
        def result = engine.exec(name('one'), new ExecCommand(['sleep', '86400'], Optional.of('7'), false, true))

        then:
        result.exitCode() == 0
        engine.processes(name('one')).contains(new ProcessLine('7', 'sleep 86400'))
    }

    def "a container that does not run has no processes to tell of"() {
        given:
        create('one')

        when:
        engine.processes(name('one'))

        then:
        thrown(EngineRefused)
    }

    def "a container that does not run runs no command"() {
        given:
        create('one')

        when:
        engine.exec(name('one'), new ExecCommand(['true'], Optional.empty(), false))

        then:
        def refused = thrown(EngineRefused)
        refused.conflict()
    }

    def "a connected command reads and writes as if it ran here"() {
        given:
        start('one')
        teach(Program.echoing())
        def output = new ByteArrayOutputStream()
        def input = new ByteArrayInputStream('hello\nyou\n'.bytes)

        when:
        def exitCode = engine.attach(name('one'), session(['cat'], input, output), { })

        then:
        exitCode == 0
        output.toString() == 'hello\nyou\n'
    }

    def "a connected command's exit code comes back"() {
        given:
        start('one')
        def program = Program.ending(9, ['out'], ['err'])
        teach(program)
        def output = new ByteArrayOutputStream()
        def error = new ByteArrayOutputStream()
        def input = new ByteArrayInputStream(new byte[0])

        expect:
        engine.attach(name('one'), session(program.command, input, output, error), { }) == 9
        output.toString() == 'out\n'
        error.toString() == 'err\n'
    }

    def "the main process reads and writes as if it ran here, and what it wrote before comes first"() {
        given:
        start('one', Program.reading(7, ['before']), 'OpenStdin': true)
        conditions.eventually { assert log('one', LogRequest.last(1)) == [['before', false]] }
        def output = new ByteArrayOutputStream()

        and: 'an input that goes on until its answer is there: with its end the engine may end the output'
        def rest = { conditions.eventually { assert output.toString().endsWith('hello\n') } }
        def input = new SequenceInputStream(new ByteArrayInputStream('hello\n'.bytes), new InputStream() {
            @Override
            int read() {
                rest.call()
                -1
            }
        })

        expect:
        engine.attachToMain(name('one'), new Streams(input, output, OutputStream.nullOutputStream())) { } == 7
        output.toString() == 'before\nhello\n'
    }

    def "of a main process that has ended there is what it wrote and its exit code"() {
        given:
        start('one', Program.ending(4, ['out'], ['err']), 'OpenStdin': true)
        conditions.eventually { assert !engine.inspect(name('one')).get().status().running() }
        def output = new ByteArrayOutputStream()
        def error = new ByteArrayOutputStream()
        def input = new ByteArrayInputStream(new byte[0])

        expect:
        engine.attachToMain(name('one'), new Streams(input, output, error)) { } == 4
        output.toString() == 'out\n'
        error.toString() == 'err\n'
    }

    def "nobody is connected with a container that is not there"() {
        when:
        engine.attachToMain(name('none'), new Streams(InputStream.nullInputStream(), OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream())) { }

        then:
        def refused = thrown(EngineRefused)
        refused.notFound()
    }

    def "a container run to its end gives exit code and output, and is gone"() {
        given:
        def program = Program.ending(4, ['out'], ['err'])
        teach(program)

        when:
        def result = engine.runToEnd(name('one'), wanted('Image': image as String, 'Cmd': program.command))

        then:
        result.exitCode() == 4
        result.output().readLines() as Set == ['out', 'err'] as Set
        engine.inspect(name('one')).empty
    }

    def "running to the end leaves a container alone that has the name already"() {
        given:
        def id = create('one')

        when:
        engine.runToEnd(name('one'), wanted('Image': image as String, 'Cmd': ['true']))

        then:
        def refused = thrown(EngineRefused)
        refused.conflict()
        engine.inspect(name('one')).get().id() == id
    }

    def "a log has the lines of both streams"() {
        given:
        runToLog('one', Program.ending(0, ['a', 'b'], ['c']))

        expect:
        log('one', new LogRequest(false, Optional.empty(), Optional.empty(), false)) as Set ==
            [['a', false], ['b', false], ['c', true]] as Set
    }

    def "a log can be read from its last lines"() {
        given:
        runToLog('one', Program.ending(0, ['a', 'b', 'c', 'd']))

        expect:
        log('one', LogRequest.last(2)) == [['c', false], ['d', false]]
    }

    def "a line of a log can begin with its time"() {
        given:
        runToLog('one', Program.ending(0, ['a']))

        when:
        def lines = log('one', new LogRequest(false, Optional.empty(), Optional.empty(), true))

        then:
        lines.size() == 1
        lines[0][0].endsWith(' a')
        Instant.parse(lines[0][0].takeBefore(' ')) > Instant.now().minusSeconds(60)
    }

    def "a log can be read from a moment on"() {
        given:
        runToLog('one', Program.ending(0, ['a']))

        expect:
        log('one', new LogRequest(false, Optional.empty(), Optional.of(Instant.now().plusSeconds(5)), false)) == []
        log('one', new LogRequest(false, Optional.empty(), Optional.of(Instant.now().minusSeconds(60)), false)) == [['a', false]]
    }

    def "a log that is followed ends with the container"() {
        given:
        start('one', Program.running(['up']))
        def lines = new ConcurrentLinkedQueue<String>()
        def reading = inBackground {
            engine.logs(name('one'), new LogRequest(true, Optional.empty(), Optional.empty(), false)) { line, error -> lines << line }
        }
        conditions.eventually { assert lines.toList() == ['up'] }

        when:
        engine.stop(name('one'), Duration.ofSeconds(10))

        then:
        reading.get(60, TimeUnit.SECONDS) == null
        lines.toList() == ['up']
    }
}
