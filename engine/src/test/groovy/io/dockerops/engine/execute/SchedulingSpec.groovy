package io.dockerops.engine.execute

import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostAddress
import io.dockerops.engine.model.HostId
import java.time.Duration

/** In which order, and how many at the same time. */
class SchedulingSpec extends RunSpecification {

    def "a plan with nothing to do is done"() {
        expect:
        run().succeeded()
        events*.class == [RunEvent.RunStarted, RunEvent.RunEnded]
        engine.calls().all() == []
    }

    def "an action begins when all that it waits for is done"() {
        given:
        def network = plan.network('front')
        def db = plan.up('db')
        plan.create('web', network, db)

        when:
        def report = run()

        then:
        report.succeeded()
        changes().indexOf('create container shop.web') > changes().indexOf('create network shop.front')
        changes().indexOf('create container shop.web') > changes().indexOf('start shop.db')
    }

    def "actions that wait for nothing begin together"() {
        given:
        settings = settings.withLimits(3, 1)
        3.times { plan.create("s$it") }
        def gate = engine.faults().on(Kind.CREATE_CONTAINER).block()

        when:
        def run = runInBackground()

        then:
        conditions.eventually { assert engine.calls().running()*.target() as Set == ['shop.s0', 'shop.s1', 'shop.s2'] as Set }

        cleanup:
        gate.open()
        run.get()
    }

    def "no more changes than the limit are under way on a host"() {
        given:
        settings = settings.withLimits(4, 2)
        40.times { plan.up("s$it") }

        when:
        run()

        then:
        engine.calls().mostAtOnce() <= 4
        engine.calls().of(Kind.START).size() == 40
    }

    def "removals have a limit of their own"() {
        given:
        settings = settings.withLimits(2, 1)
        3.times { stopped("old$it") }
        3.times { plan.remove("old$it") }
        2.times { plan.create("new$it") }
        def removing = engine.faults().on(Kind.REMOVE).block()
        def creating = engine.faults().on(Kind.CREATE_CONTAINER).block()

        when:
        def run = runInBackground()

        then:
        conditions.eventually {
            assert engine.calls().running()*.kind().countBy { it } == [(Kind.REMOVE): 1, (Kind.CREATE_CONTAINER): 2]
        }

        cleanup:
        removing.open()
        creating.open()
        run.get()
    }

    def "each host has limits of its own"() {
        given:
        settings = settings.withLimits(1, 1)
        def other = new Host(new HostId('other'), new HostAddress.Tcp('other', 2375, Optional.empty()))
        hosts.engine(other.id()).addImage(Sketch.IMAGE)
        plan.hosts = [Host.LOCAL, other]
        plan.create('here')
        plan.host = other.id()
        plan.create('there')
        def gates = [engine, hosts.engine(other.id())].collect { it.faults().on(Kind.CREATE_CONTAINER).block() }

        when:
        def run = runInBackground()

        then:
        conditions.eventually { assert gates.every { it.reached() } }

        cleanup:
        gates*.open()
        run.get()
    }

    def "containers start while others are still being made"() {
        given:
        settings = settings.withLimits(2, 1)
        plan.up('a')
        plan.up('b')
        def gate = engine.faults().on(Kind.CREATE_CONTAINER, 'shop.b').block()

        when:
        def run = runInBackground()

        then:
        conditions.eventually { assert targets(Kind.START) == ['shop.a'] }

        cleanup:
        gate.open()
        run.get()
    }

    def "of those that are ready the one with the lowest number begins first"() {
        given:
        settings = settings.withLimits(1, 1)
        def made = (1..5).collect { plan.create("s$it") }
        made.eachWithIndex { node, i -> plan.start("s${i + 1}", node) }

        expect:
        run().succeeded()
        changes() == (1..5).collectMany { ["create container shop.s$it"] } + (1..5).collectMany { ["start shop.s$it"] }
    }

    def "what has the longest chain of waits behind it begins first"() {
        given:
        settings = settings.withLimits(1, 1)
        3.times { plan.create("flat$it") }
        def db = plan.healthy('db', plan.up(HEALTH, 'db'))
        def app = plan.healthy('app', plan.start('app', plan.create(HEALTH, 'app'), db))
        plan.create('web', app)

        expect:
        run().succeeded()
        targets(Kind.CREATE_CONTAINER) == ['shop.db', 'shop.app', 'shop.flat0', 'shop.flat1', 'shop.flat2', 'shop.web']
    }

    def "a stop that takes long gives its place to another"() {
        given:
        settings = settings.withLimits(1, 1)
        2.times { running("s$it") }
        2.times { plan.stop("s$it") }
        def gate = engine.faults().on(Kind.STOP, 'shop.s0').block()

        when:
        def run = runInBackground()

        then:
        conditions.eventually { assert targets(Kind.STOP) == ['shop.s0', 'shop.s1'] }
        !run.done

        cleanup:
        gate.open()
        run.get()
    }

    def "a long plan is run without a deep stack"() {
        given:
        def node = null
        10_000.times { node = plan.network("n$it", *(node == null ? [] : [node])) }
        engine.faults().on(Kind.CREATE_NETWORK).fail(refused(500, 'no'))

        when:
        def report = run()

        then:
        report.outcomes().count { it == new ActionOutcome.SkippedBecauseOf(1) } == 9_999
    }

    def "the report has how long each action and the whole took"() {
        given:
        plan.create('a')
        def gate = engine.faults().on(Kind.CREATE_CONTAINER).block()

        when:
        def run = runInBackground()
        gate.awaitArrival()
        def before = System.nanoTime()
        conditions.eventually { assert System.nanoTime() - before > 2_000_000 }
        gate.open()
        def report = run.get()

        then:
        (report.outcome(1) as ActionOutcome.Done).duration() > Duration.ofMillis(2)
        report.duration() >= (report.outcome(1) as ActionOutcome.Done).duration()
    }

    def "events tell the beginning and the end of each action, in their order"() {
        given:
        plan.up('a')

        when:
        def report = run()

        then:
        events*.class == [
            RunEvent.RunStarted, RunEvent.ActionStarted, RunEvent.ActionEnded, RunEvent.ActionStarted, RunEvent.ActionEnded,
            RunEvent.RunEnded]
        (events.first() as RunEvent.RunStarted).plan() == report.plan()
        (events.last() as RunEvent.RunEnded).report() == report
        events.findAll { it instanceof RunEvent.OfAction }*.action()*.number() == [1, 1, 2, 2]
    }

    def "a listener that throws does not disturb the run"() {
        given:
        plan.up('a')
        listener = { throw new IllegalStateException('listener') }

        expect:
        run().succeeded()
        targets(Kind.START) == ['shop.a']
    }

    def "a plan that names a host that it does not have is our mistake"() {
        given:
        plan.host = new HostId('nowhere')
        plan.create('a')

        when:
        run()

        then:
        thrown(IllegalArgumentException)
    }
}
