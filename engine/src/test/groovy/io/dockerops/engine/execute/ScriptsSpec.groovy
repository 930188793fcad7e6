package io.dockerops.engine.execute

import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.fake.FakeProgram
import io.dockerops.engine.model.CopiedFile
import io.dockerops.engine.model.Script
import io.dockerops.engine.model.Specification
import io.dockerops.engine.plan.Action
import io.dockerops.engine.plan.Cause
import io.dockerops.engine.plan.PlannedAction.Trigger
import io.dockerops.engine.port.FileCopy
import io.dockerops.engine.port.TimedOut
import java.nio.file.Path
import java.time.Duration

/** Containers that run to their end: their output, their time, and what is done whatever becomes of them. */
class ScriptsSpec extends RunSpecification {

    private script(Duration within = null) {
        def id = Sketch.id('job')
        def started = plan.startOnce('job', plan.create('job'))
        def ended = plan.add(new Action.AwaitEnd(plan.host, id, 'shop.job', Optional.ofNullable(within)), started)
        def read = plan.add(new Action.ReadOutput(plan.host, id, 'shop.job', Script.Output.ALL), ended)
        plan.graph.add(new Action.RemoveContainer(plan.host, id, 'shop.job', false), Cause.Plain.ENDED, [],
            Trigger.ALL_TRIED, [read])
        read
    }

    private List<ContainerOutput> outputs() {
        events.findAll { it instanceof RunEvent.OutputRead }*.output()
    }

    def "what a script prints comes as an event, and its container goes"() {
        given:
        engine.processes().run('shop.job', FakeProgram.exits(0).prints('a').printsError('b'))
        script()

        when:
        def report = run()

        then:
        report.succeeded()
        outputs()*.lines() == [[new ContainerOutput.Line('a', false), new ContainerOutput.Line('b', true)]]
        outputs()*.exitCode() == [0]
        targets(Kind.REMOVE) == ['shop.job']
    }

    def "the output comes before the end of the action that has read it"() {
        given:
        engine.processes().exits('shop.job', 0)
        script()

        when:
        run()

        then:
        def about = events.findAll { it instanceof RunEvent.OfAction && it.action().number() == 4 }
        about.findIndexOf { it instanceof RunEvent.OutputRead } < about.findIndexOf { it instanceof RunEvent.ActionEnded }
    }

    def "a script that ends with another exit code than 0 has failed, and its container goes all the same"() {
        given:
        engine.processes().run('shop.job', FakeProgram.exits(3).prints('no way'))
        plan.create('after', script())

        when:
        def report = run()

        then:
        outcomes(report) == [
            'CreateContainer job': 'done', 'StartContainer job': 'done', 'AwaitEnd job': 'done',
            'ReadOutput job': 'failed: job ended with exit code 3', 'RemoveContainer job': 'done',
            'CreateContainer after': 'skipped because of ReadOutput job']
        failure(report, 'ReadOutput job').log() == ['no way']
        outputs()*.exitCode() == [3]
    }

    def "a script that does not end in time keeps its container, and runs on"() {
        given:
        script(Duration.ofMillis(30))

        when:
        def report = run()

        then:
        failure(report, 'AwaitEnd job').cause() instanceof TimedOut
        failure(report, 'AwaitEnd job').hint().get().contains('`shop.job` goes on')
        outcomes(report)['RemoveContainer job'] == 'skipped because of AwaitEnd job'
        engine.inspect('shop.job').get().status().running()
        outputs() == []
    }

    def "a script without a limit is waited for until it ends"() {
        given:
        script()

        when:
        def run = runInBackground()
        conditions.eventually { assert engine.calls().of(Kind.INSPECT).size() > 0 && !engine.calls().running() }
        engine.end('shop.job', 0)

        then:
        run.get().succeeded()
    }

    def "files are put into the container before it starts"() {
        given:
        def file = new CopiedFile(new CopiedFile.OfDisk(Path.of('/here')), '/there', Optional.of('app'), Optional.of(0640))
        def created = plan.create('job')
        def copied = plan.add(
            new Action.CopyFiles(plan.host, Sketch.id('job'), 'shop.job', [file], Specification.EMPTY), created)
        plan.startOnce('job', copied)

        expect:
        run().succeeded()
        engine.copied('shop.job') ==
            ['/there': new FileCopy(new FileCopy.OfDisk(Path.of('/here')), '/there', Optional.of('app'), Optional.of(0640))] as TreeMap
        changes() == ['create container shop.job', 'copy files shop.job', 'start shop.job']
    }

    def "a signal is sent"() {
        given:
        running('web')
        plan.add(new Action.SignalContainer(plan.host, Sketch.id('web'), 'shop.web', 'SIGHUP'))

        expect:
        run().succeeded()
        targets(Kind.KILL) == ['shop.web']
    }

    private inAnyCase(Object... watched) {
        plan.graph.add(new Action.StartContainer(plan.host, Sketch.id('web'), 'shop.web', false), Cause.Plain.REQUESTED, [],
            Trigger.ALL_ENDED, watched.toList())
    }

    def "what follows in any case follows #what"() {
        given:
        running('web')
        running('db')
        engine.processes().runCommand(['dump'], FakeProgram.exits(exit))
        def stopped = plan.stop('web')
        def dumped = plan.exec('db', ['dump'], stopped)
        inAnyCase(stopped, dumped, plan.exec('db', ['pack'], dumped))

        when:
        def report = run()

        then:
        outcomes(report)['StartContainer web'] == 'done'
        report.succeeded() == (exit == 0)
        engine.inspect('shop.web').get().status().running()

        where:
        what            | exit
        'a good end'    | 0
        'a failure'     | 4
    }

    def "what follows in any case follows Ctrl-C too"() {
        given:
        running('web')
        running('db')
        def gate = engine.faults().on(Kind.EXEC, 'shop.db').block()
        def stopped = plan.stop('web')
        def dumped = plan.exec('db', ['dump'], stopped)
        inAnyCase(stopped, dumped, plan.exec('db', ['pack'], dumped))

        when:
        def run = runInBackground()
        gate.awaitArrival()
        cancellation.request()
        conditions.eventually { assert events.any { it instanceof RunEvent.Cancelling } }
        gate.open()
        def report = run.get()

        then:
        report.cancelled()
        outcomes(report)['StartContainer web'] == 'done'
        engine.inspect('shop.web').get().status().running()
    }

    def "what follows in any case is not needed when nothing before it was begun"() {
        given:
        stopped('web')
        running('db')
        def checked = plan.exec('db', ['check'])
        engine.processes().runCommand(['check'], FakeProgram.exits(1))
        inAnyCase(plan.stop('web', checked))

        expect:
        outcomes(run()) == ['Exec db': 'failed: `check` ended with exit code 1',
                            'StopContainer web': 'skipped because of Exec db', 'StartContainer web': 'not needed']
    }
}
