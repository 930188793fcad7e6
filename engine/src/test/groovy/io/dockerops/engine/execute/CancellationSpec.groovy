package io.dockerops.engine.execute

import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.fake.FakeHealth
import java.time.Duration

/** The user ends a run before its time. */
class CancellationSpec extends RunSpecification {

    def "the first request lets running actions end and starts no others"() {
        given:
        settings = settings.withLimits(1, 1)
        plan.up('a')
        plan.create('b')
        def gate = engine.faults().on(Kind.CREATE_CONTAINER, 'shop.a').block()

        when:
        def run = runInBackground()
        gate.awaitArrival()
        cancellation.request()
        conditions.eventually { assert events.any { it instanceof RunEvent.Cancelling } }
        gate.open()
        def report = run.get()

        then:
        outcomes(report) == ['CreateContainer a': 'done', 'StartContainer a': 'cancelled', 'CreateContainer b': 'cancelled']
        report.cancelled()
        !report.succeeded()
        events.find { it instanceof RunEvent.Cancelling } == new RunEvent.Cancelling(false, 1)
    }

    def "the first request ends waits"() {
        given:
        engine.processes().health('shop.db', FakeHealth.NEVER)
        plan.healthy('db', plan.up(HEALTH, 'db'))

        when:
        def run = runInBackground()
        conditions.eventually { assert engine.calls().all()*.kind().dropWhile { it != Kind.START }.contains(Kind.INSPECT) }
        cancellation.request()

        then:
        outcomes(run.get())['AwaitHealthy db'] == 'cancelled'
    }

    def "the first request ends pauses between attempts"() {
        given:
        settings = settings.withRetry(4, Duration.ofSeconds(60))
        plan.create('web')
        engine.faults().on(Kind.CREATE_CONTAINER).fail(lost())

        when:
        def run = runInBackground()
        conditions.eventually { assert events.any { it instanceof RunEvent.ActionRetried } }
        cancellation.request()

        then:
        outcomes(run.get())['CreateContainer web'] == 'failed: lost the engine'
    }

    def "the second request breaks off what is running"() {
        given:
        plan.up('a')
        def gate = engine.faults().on(Kind.CREATE_CONTAINER).block()

        when:
        def run = runInBackground()
        gate.awaitArrival()
        cancellation.request()
        cancellation.request()
        def report = run.get()

        then:
        outcomes(report) == ['CreateContainer a': 'cancelled', 'StartContainer a': 'cancelled']
        report.cancelled()
        events.findAll { it instanceof RunEvent.Cancelling }*.atOnce() == [false, true]
        conditions.eventually { assert engine.calls().running() == [] }
    }

    def "a request before the run lets nothing begin"() {
        given:
        plan.up('a')
        cancellation.request()

        when:
        def report = run()

        then:
        outcomes(report).values() as Set == ['cancelled'] as Set
        engine.calls().all() == []
    }

    def "an interrupt of the thread that runs is a request to stop at once"() {
        given:
        plan.create('a')
        def gate = engine.faults().on(Kind.CREATE_CONTAINER).block()
        def made = plan.plan()
        def report = null
        def interrupted = false
        def thread = new Thread({
            report = run(made)
            interrupted = Thread.interrupted()
        })

        when:
        thread.start()
        gate.awaitArrival()
        thread.interrupt()
        thread.join()

        then:
        report.cancelled()
        outcomes(report) == ['CreateContainer a': 'cancelled']
        interrupted
    }

    def "further requests do nothing"() {
        given:
        def told = 0
        cancellation.addListener { told++ }

        when:
        5.times { cancellation.request() }

        then:
        told == 2
        cancellation.atOnce()
    }
}
