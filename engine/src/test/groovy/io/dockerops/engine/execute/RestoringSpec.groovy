package io.dockerops.engine.execute

import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.fake.FakeHealth
import io.dockerops.engine.fake.FakeProgram
import io.dockerops.engine.model.HostId
import io.dockerops.engine.model.Labels
import io.dockerops.engine.plan.Action
import io.dockerops.engine.plan.ActionGraph.Builder.Node
import java.time.Duration

/** A container that replaces another: the old one comes back when the new one is not proven. */
class RestoringSpec extends RunSpecification {

    String oldId

    def setup() {
        running('web')
        oldId = engine.inspect('shop.web').get().id()
    }

    /** As plans replace a container: made beside the old one, started after its stop, proven, renamed. */
    private void replacement(Closure<Node> proof = { Node started -> steadyNext(started) }, Object... after) {
        def made = plan.createNext(HEALTH, 'web', *after)
        def started = plan.startNext('web', made, plan.stop('web', made))
        def proven = proof(started)
        def gone = plan.remove('web', proven)
        plan.rename('web', 'web.next', 'web', gone)
        def cleared = plan.onFailure(
            new Action.RemoveContainer(HostId.LOCAL, Sketch.id('web'), 'shop.web.next', true), made, started, proven)
        plan.start('web', cleared)
    }

    private Node steadyNext(Node started) {
        plan.add(new Action.AwaitSteady(HostId.LOCAL, Sketch.id('web'), 'shop.web.next', Duration.ofMillis(5)), started)
    }

    private boolean oldRuns() {
        engine.inspect('shop.web').get().with { id() == oldId && status().running() } && engine.inspect('shop.web.next').empty
    }

    private boolean newRuns() {
        engine.inspect('shop.web').get().with { id() != oldId && status().running() } && engine.inspect('shop.web.next').empty
    }

    def "when the new container is proven it takes the old one's place"() {
        given:
        replacement()

        when:
        def report = run()

        then:
        report.succeeded()
        newRuns()
        report.outcomes().count { it instanceof ActionOutcome.NotNeeded } == 2
    }

    def "when the new container #fault, the old one comes back and runs"() {
        given:
        replacement()
        breakage.call(engine)

        when:
        def report = run()

        then:
        !report.succeeded()
        oldRuns()

        where:
        fault              | breakage
        'cannot be made'   | { it.faults().on(Kind.CREATE_CONTAINER).fail(refused(500, 'no')) }
        'cannot start'     | { it.faults().on(Kind.START, 'shop.web.next').fail(refused(500, 'no')) }
        'ends at once'     | { it.processes().exits('shop.web.next', 1) }
    }

    def "when the old container cannot be stopped, it goes on"() {
        given:
        replacement()
        engine.faults().on(Kind.STOP).fail(refused(500, 'no'))

        expect:
        !run().succeeded()
        oldRuns()
    }

    def "when something that the new container needs fails, the old one is never touched"() {
        given:
        replacement(plan.pull('missing:1'))

        when:
        def report = run()

        then:
        !report.succeeded()
        oldRuns()
        engine.calls().of(Kind.STOP) == []
    }

    def "the log of the new container is read before it is removed"() {
        given:
        engine.processes().run('shop.web.next', FakeProgram.exits(1).printsError('bad config'))
        replacement()

        expect:
        run().with { failure(it, 'AwaitSteady web.next').log() } == ['bad config']
    }

    def "what somebody else made under the new container's name is not removed"() {
        given:
        stopped(['Labels[io.dockerops.run]': 'other'], 'web.next')
        engine.start('shop.web.next')
        replacement()

        when:
        def report = run()

        then:
        !report.succeeded()
        engine.inspect('shop.web.next').get().labels()[Labels.RUN] == 'other'
        engine.inspect('shop.web').get().id() == oldId
    }

    def "after the first request to end, a half replaced container still comes back"() {
        given:
        engine.processes().health('shop.web.next', FakeHealth.NEVER)
        def healthy = { Node started -> plan.add(
            new Action.AwaitHealthy(HostId.LOCAL, Sketch.id('web'), 'shop.web.next', Duration.ofSeconds(60)), started) }
        replacement(healthy)

        when:
        def run = runInBackground()
        conditions.eventually { assert targets(Kind.START) == ['shop.web.next'] && !engine.calls().running() }
        cancellation.request()
        def report = run.get()

        then:
        report.cancelled()
        oldRuns()
    }

    def "after the first request to end, a replacement that has not begun does not begin"() {
        given:
        def before = plan.create('other')
        replacement(before)
        def gate = engine.faults().on(Kind.CREATE_CONTAINER, 'shop.other').block()

        when:
        def run = runInBackground()
        gate.awaitArrival()
        cancellation.request()
        gate.open()
        def report = run.get()

        then:
        report.cancelled()
        changes() == ['create container shop.other']
        outcomes(report)['RemoveContainer web.next'] == 'not needed'
        oldRuns()
    }

    def "after the second request to end, nothing comes back"() {
        given:
        replacement()
        def gate = engine.faults().on(Kind.START, 'shop.web.next').block()

        when:
        def run = runInBackground()
        gate.awaitArrival()
        cancellation.requestAtOnce()
        def report = run.get()

        then:
        report.cancelled()
        targets(Kind.START) == ['shop.web.next']
        outcomes(report)['RemoveContainer web.next'] in ['cancelled', 'not needed']
    }
}
