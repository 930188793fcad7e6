package io.dockerops.engine.execute

import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.fake.FakeProgram
import io.dockerops.engine.model.HostId
import io.dockerops.engine.port.ContainerFailed
import io.dockerops.engine.port.EngineRefused
import io.dockerops.engine.port.HostUnreachable.Reason
import java.time.Duration

/** What a failure means for the other actions, and what is said of it. */
class FailureSpec extends RunSpecification {

    private static final Map RESTARTING = ['HostConfig.RestartPolicy.Name': 'always']

    def "a failed action skips what depends on it and nothing else"() {
        given:
        plan.create('edge', plan.up('web', plan.up('db')))
        plan.up('other')
        engine.faults().on(Kind.START, 'shop.db').fail(refused(500, 'broken'))

        when:
        def report = run()

        then:
        outcomes(report) == [
            'CreateContainer db': 'done', 'StartContainer db': 'failed: broken',
            'CreateContainer web': 'skipped because of StartContainer db',
            'StartContainer web': 'skipped because of StartContainer db',
            'CreateContainer edge': 'skipped because of StartContainer db',
            'CreateContainer other': 'done', 'StartContainer other': 'done']
        !report.succeeded()
        report.failed()*.number() == [2]
        !report.internalError()
    }

    def "what depends on several failures names the first of them"() {
        given:
        def made = ['a', 'b'].collect { plan.create(it) }
        plan.create('c', *made)
        engine.faults().on(Kind.CREATE_CONTAINER, 'shop.a').fail(refused(500, 'no'))
        engine.faults().on(Kind.CREATE_CONTAINER, 'shop.b').fail(refused(500, 'no'))

        expect:
        outcomes(run())['CreateContainer c'] == 'skipped because of CreateContainer a'
    }

    def "a failure has the engine's own words"() {
        given:
        plan.create('web')
        engine.faults().on(Kind.CREATE_CONTAINER).fail(refused(400, 'invalid reference format'))

        when:
        def failure = failure(run(), 'CreateContainer web')

        then:
        failure.message() == 'invalid reference format'
        (failure.cause() as EngineRefused).status() == 400
        !failure.internal()
    }

    def "a failure of a container has the last ten lines of its log"() {
        given:
        def program = (1..12).inject(FakeProgram.exits(1)) { all, i -> all.prints("line $i") }
        engine.processes().run('shop.job', program)
        plan.exit('job', plan.startOnce('job', plan.create('job')))

        expect:
        failure(run(), 'AwaitExit job').log() == (3..12).collect { "line $it".toString() }
    }

    def "a log that cannot be read in time does not hold up the run"() {
        given:
        settings = settings.withDiagnosis(Duration.ofMillis(20))
        engine.processes().exits('shop.job', 1)
        plan.exit('job', plan.startOnce('job', plan.create('job')))
        engine.faults().on(Kind.LOGS).block()

        when:
        def failure = failure(run(), 'AwaitExit job')

        then:
        failure.log() == []
        failure.message() == 'job ended with exit code 1'
        conditions.eventually { assert engine.calls().running() == [] }
    }

    def "a log that cannot be read at all does not hide the failure"() {
        given:
        engine.processes().exits('shop.job', 1)
        plan.exit('job', plan.startOnce('job', plan.create('job')))
        engine.faults().on(Kind.LOGS).fail(refused(500, 'configured logging driver does not support reading'))

        expect:
        failure(run(), 'AwaitExit job').message() == 'job ended with exit code 1'
    }

    def "a command that fails has its own last output"() {
        given:
        def output = (1..11).inject(FakeProgram.exits(5)) { all, i -> all.prints("row $i") }
        engine.processes().runCommand(['migrate', '--all'], output)
        plan.exec('web', ['migrate', '--all'], plan.up('web'))

        when:
        def failure = failure(run(), 'Exec web')

        then:
        failure.message() == '`migrate --all` ended with exit code 5'
        failure.log() == (2..11).collect { "row $it".toString() }
    }

    def "a volume's preparation that fails has its last output"() {
        given:
        engine.processes().run('shop.data.prepare', FakeProgram.exits(1).printsError('chown: unknown user'))
        plan.prepare('data', plan.volume('data'))

        when:
        def failure = failure(run(), 'PrepareVolume data')

        then:
        failure.message() == 'the preparation of volume `data` ended with exit code 1'
        failure.log() == ['chown: unknown user']
    }

    def "a container that was to stay and ends during the run turns its start into a failure"() {
        given:
        settings = settings.withSettle(Duration.ofSeconds(60))
        engine.processes().run('shop.web', FakeProgram.exits(127).printsError('nginx: not found'))
        plan.up('web')

        when:
        def report = run()

        then:
        outcomes(report)['StartContainer web'] == 'failed: web did not stay up; it ended with exit code 127'
        failure(report, 'StartContainer web').log() == ['nginx: not found']
        failure(report, 'StartContainer web').hint().get().contains('127')
        events.findAll { it instanceof RunEvent.ActionRevoked }*.outcome() == [failure(report, 'StartContainer web')]
        !report.succeeded()
    }

    def "a container that was to stay fails even when it ends with exit code 0"() {
        given:
        settings = settings.withSettle(Duration.ofSeconds(60))
        engine.processes().exits('shop.web', 0)
        plan.up('web')

        when:
        def report = run()

        then:
        outcomes(report)['StartContainer web'].startsWith('failed')
        failure(report, 'StartContainer web').hint().get().contains('foreground')
    }

    def "a container that ends while others are still under way skips what has not begun"() {
        given:
        def db = plan.up('db')
        def slow = plan.create('slow')
        plan.create('web', db, slow)
        def gate = engine.faults().on(Kind.CREATE_CONTAINER, 'shop.slow').block()

        when:
        def run = runInBackground()
        conditions.eventually { assert targets(Kind.START) == ['shop.db'] && gate.reached() }
        conditions.eventually { assert events.any { it instanceof RunEvent.ActionEnded && it.action().number() == 2 } }
        engine.end('shop.db', 1)
        conditions.eventually { assert events.any { it instanceof RunEvent.ActionRevoked } }
        gate.open()

        then:
        outcomes(run.get())['CreateContainer web'] == 'skipped because of StartContainer db'
    }

    def "the run ends when each started container has stayed up for the settle time"() {
        given:
        settings = settings.withSettle(Duration.ofMillis(30))
        plan.up('web')

        when:
        def report = run()

        then:
        report.succeeded()
        report.duration() >= Duration.ofMillis(30)
    }

    def "one inspection after the settle time proves a container of an engine that tells no events"() {
        given:
        settings = settings.withSettle(Duration.ofMillis(30))
        engine.faults().on(Kind.EVENTS).fail(new EngineRefused(400, 'no events'))
        plan.up('web')

        when:
        def report = run()

        then:
        report.succeeded()
        engine.calls().all()*.kind().dropWhile { it != Kind.START }.count(Kind.INSPECT) == 1
    }

    def "a container whose health is awaited needs no settle time"() {
        given:
        settings = settings.withSettle(Duration.ofSeconds(60))
        plan.healthy('web', plan.up(HEALTH, 'web'))

        expect:
        run().duration() < Duration.ofSeconds(30)
    }

    def "a container that ends after it was healthy is a failure too"() {
        given:
        def db = plan.healthy('db', plan.up(HEALTH, 'db'))
        plan.create('web', db)
        def gate = engine.faults().on(Kind.CREATE_CONTAINER, 'shop.web').block()

        when:
        def run = runInBackground()
        gate.awaitArrival()
        engine.end('shop.db', 1)
        conditions.eventually { assert events.any { it instanceof RunEvent.ActionRevoked } }
        gate.open()

        then:
        outcomes(run.get())['StartContainer db'].startsWith('failed: db did not stay up')
    }

    def "one crash is forgiven when the restart policy brings the container back"() {
        given:
        settings = settings.withSettle(Duration.ofMillis(30))
        engine.processes().runNext('shop.web', FakeProgram.exits(1))
        plan.up(RESTARTING, 'web')

        expect:
        run().succeeded()
    }

    def "a container that crashes again and again is a failure"() {
        given:
        settings = settings.withSettle(Duration.ofMillis(30))
        engine.processes().exits('shop.web', 1)
        plan.up(RESTARTING, 'web')

        expect:
        outcomes(run())['StartContainer web'] == 'failed: web did not come up again after it ended; its exit code was 1'
    }

    def "a one-shot container may end"() {
        given:
        engine.processes().exits('shop.job', 1)
        plan.startOnce('job', plan.create('job'))

        expect:
        run().succeeded()
    }

    def "a container that the run itself stops or removes may end"() {
        given:
        settings = settings.withSettle(Duration.ofMillis(5))
        plan.remove('web', plan.stop('web', plan.up('web')))

        expect:
        run().succeeded()
    }

    def "a bug fails its action and no other, and is told apart from failures of the world"() {
        given:
        plan.create('a')
        plan.create('b')
        engine.faults().on(Kind.CREATE_CONTAINER, 'shop.a').fail(new NullPointerException('bug'))

        when:
        def report = run()

        then:
        outcomes(report) == ['CreateContainer a': 'failed: bug', 'CreateContainer b': 'done']
        failure(report, 'CreateContainer a').internal()
        report.internalError()
    }

    def "a host that cannot be connected fails its actions and is told apart"() {
        given:
        hosts.refuse(HostId.LOCAL, lost(Reason.NO_CONNECTION))
        plan.up('a')

        when:
        def report = run()

        then:
        outcomes(report) == [
            'CreateContainer a': 'failed: lost the engine', 'StartContainer a': 'skipped because of CreateContainer a']
        failure(report, 'CreateContainer a').hint().get() == 'look after it'
        report.hostUnreachable()
    }
}
