package io.dockerops.engine.execute

import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.model.Labels
import io.dockerops.engine.port.HostUnreachable.Reason
import java.time.Duration

/** What is done again, and what is not. */
class RetrySpec extends RunSpecification {

    def "a call whose answer was lost is made again when that does no more: #kind"() {
        given:
        engine.addImage('old:1')
        engine.registry().offer('new:1')
        running('up')
        stopped('down')
        engine.createNetwork('shop.front', Sketch.fields())
        engine.createNetwork('shop.back', Sketch.fields())
        engine.connect('shop.back', 'shop.up', Sketch.fields())
        engine.createVolume('shop.data', Sketch.fields())
        engine.calls().clear()
        action.call(plan)
        engine.faults().on(kind).nth(1).fail(lost())

        expect:
        run().succeeded()
        engine.calls().of(kind).size() == 2

        where:
        kind                  | action
        Kind.START            | { Sketch it -> it.startOnce('down') }
        Kind.STOP             | { Sketch it -> it.stop('up') }
        Kind.REMOVE           | { Sketch it -> it.remove('down') }
        Kind.RENAME           | { Sketch it -> it.rename('down', 'down', 'other') }
        Kind.CONNECT          | { Sketch it -> it.connect('up', 'front') }
        Kind.DISCONNECT       | { Sketch it -> it.disconnect('up', 'back') }
        Kind.CREATE_NETWORK   | { Sketch it -> it.network('new') }
        Kind.REMOVE_NETWORK   | { Sketch it -> it.removeNetwork('front') }
        Kind.CREATE_VOLUME    | { Sketch it -> it.volume('new') }
        Kind.REMOVE_VOLUME    | { Sketch it -> it.removeVolume('data') }
        Kind.CREATE_CONTAINER | { Sketch it -> it.create('new') }
        Kind.RUN_TO_END       | { Sketch it -> it.prepare('data') }
        Kind.PULL             | { Sketch it -> it.pull('new:1') }
    }

    def "what was carried out although its answer was lost counts as done: #kind"() {
        given:
        running('up')
        stopped('down')
        engine.createNetwork('shop.front', Sketch.fields())
        engine.createVolume('shop.data', Sketch.fields())
        engine.calls().clear()
        action.call(plan)
        engine.faults().on(kind).nth(1).loseAnswer()

        expect:
        run().succeeded()

        where:
        kind                  | action
        Kind.START            | { Sketch it -> it.start('down') }
        Kind.STOP             | { Sketch it -> it.stop('up') }
        Kind.REMOVE           | { Sketch it -> it.remove('down') }
        Kind.RENAME           | { Sketch it -> it.rename('down', 'down', 'other') }
        Kind.CONNECT          | { Sketch it -> it.connect('up', 'front') }
        Kind.CREATE_NETWORK   | { Sketch it -> it.network('new') }
        Kind.REMOVE_NETWORK   | { Sketch it -> it.removeNetwork('front') }
        Kind.CREATE_VOLUME    | { Sketch it -> it.volume('new') }
        Kind.REMOVE_VOLUME    | { Sketch it -> it.removeVolume('data') }
        Kind.CREATE_CONTAINER | { Sketch it -> it.create('new') }
    }

    def "a container that was made although the answer was lost is not made twice"() {
        given:
        plan.up('web')
        engine.faults().on(Kind.CREATE_CONTAINER).nth(1).loseAnswer()

        expect:
        run().succeeded()
        engine.calls().of(Kind.CREATE_CONTAINER).size() == 1
        engine.inspect('shop.web').get().status().running()
    }

    def "a container that the last call of a killed run made after all is replaced, since it never ran"() {
        given:
        plan.create('web')
        stopped(['Labels[io.dockerops.run]': 'killed run'], 'web')

        expect:
        run().succeeded()
        engine.inspect('shop.web').get().labels()[Labels.RUN] != 'killed run'
    }

    def "a container of somebody else that has the name is not taken for one of ours"() {
        given:
        plan.create('web')
        stopped(['Labels[io.dockerops.run]': 'another run'], 'web')
        engine.start('shop.web')
        engine.faults().on(Kind.CREATE_CONTAINER).nth(1).fail(lost())

        when:
        def report = run()

        then:
        outcomes(report)['CreateContainer web'].contains('is already in use')
        engine.inspect('shop.web').get().labels()[Labels.RUN] == 'another run'
    }

    def "a one-shot container that ran although the answer was lost does not run twice"() {
        given:
        engine.processes().exits('shop.job', 0)
        plan.exit('job', plan.startOnce('job', plan.create('job')))
        engine.faults().on(Kind.START).nth(1).loseAnswer()

        expect:
        run().succeeded()
        engine.calls().of(Kind.START).size() == 1
    }

    def "what could do something twice is not done again: #kind"() {
        given:
        running('web')
        action.call(plan)
        engine.faults().on(kind).fail(lost())

        when:
        def report = run()

        then:
        report.hostUnreachable()
        engine.calls().of(kind).size() == 1

        where:
        kind              | action
        Kind.EXEC         | { Sketch it -> it.exec('web', ['migrate']) }
        Kind.IMPORT_IMAGE | { Sketch it -> it.importImage('root:1') }
    }

    def "what was not sent at all can always be tried again"() {
        given:
        running('web')
        plan.exec('web', ['migrate'])
        engine.faults().on(Kind.EXEC).nth(1).fail(lost(Reason.NOT_RUNNING))

        expect:
        run().succeeded()
    }

    def "a refusal is final unless the engine is just busy: #status #message"() {
        given:
        stopped('web')
        plan.startOnce('web')
        engine.faults().on(Kind.START).nth(1).fail(refused(status, message))

        expect:
        run().succeeded() == again
        engine.calls().of(Kind.START).size() == (again ? 2 : 1)

        where:
        status | message                                       || again
        503    | 'Service Unavailable'                         || true
        500    | 'context deadline exceeded'                   || true
        500    | 'error: resource temporarily unavailable'     || true
        500    | 'OCI runtime create failed'                   || false
        400    | 'bad parameter'                               || false
    }

    def "an engine that stays away is given up after some attempts, with growing pauses"() {
        given:
        stopped('web')
        plan.startOnce('web')
        engine.faults().on(Kind.START).fail(lost())

        when:
        def report = run()

        then:
        outcomes(report)['StartContainer web'] == 'failed: lost the engine'
        engine.calls().of(Kind.START).size() == 4
        events.findAll { it instanceof RunEvent.ActionRetried }*.pause() == [1, 2, 4].collect { Duration.ofMillis(it) }
        events.findAll { it instanceof RunEvent.ActionRetried }*.attempt() == [1, 2, 3]
    }

    def "once an engine was given up the other actions do not wait for it again"() {
        given:
        settings = settings.withLimits(1, 1)
        5.times { plan.create("s$it") }
        engine.faults().die()

        when:
        run()

        then:
        events.count { it instanceof RunEvent.ActionRetried } == 3
    }

    def "what is gone already counts as removed: #kind"() {
        given:
        action.call(plan)

        expect:
        run().succeeded()
        engine.calls().of(kind).size() <= 1

        where:
        kind                | action
        Kind.REMOVE         | { Sketch it -> it.remove('nobody') }
        Kind.STOP           | { Sketch it -> it.stop('nobody') }
        Kind.REMOVE_NETWORK | { Sketch it -> it.removeNetwork('nowhere') }
        Kind.REMOVE_VOLUME  | { Sketch it -> it.removeVolume('nothing') }
    }

    def "what runs already counts as started, and what has stopped as stopped"() {
        given:
        running('up')
        stopped('down')
        plan.startOnce('up')
        plan.stop('down')

        expect:
        run().succeeded()
    }

    def "a container that is not in a network has left it"() {
        given:
        running('web')
        engine.createNetwork('shop.front', Sketch.fields())
        plan.disconnect('web', 'front')

        expect:
        run().succeeded()
    }

    def "a network whose endpoints are just going is removed when they have gone"() {
        given:
        engine.createNetwork('shop.front', Sketch.fields())
        plan.removeNetwork('front')
        engine.faults().on(Kind.REMOVE_NETWORK).first(2)
            .fail(refused(403, 'error while removing network: network shop.front id f has active endpoints'))

        expect:
        run().succeeded()
        engine.calls().of(Kind.REMOVE_NETWORK).size() == 3
    }

    def "a container whose removal is under way is waited for"() {
        given:
        stopped('web')
        plan.remove('web')
        engine.faults().on(Kind.REMOVE).nth(1).fail(refused(409, 'removal of container f is already in progress'))

        expect:
        run().succeeded()
    }
}
