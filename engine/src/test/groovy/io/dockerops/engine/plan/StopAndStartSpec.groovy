package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.mount
import static io.dockerops.engine.plan.Declared.named
import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.Group
import io.dockerops.engine.model.GroupId
import io.dockerops.engine.model.Image
import io.dockerops.engine.model.Labels
import io.dockerops.engine.model.Mount
import io.dockerops.engine.model.Options
import io.dockerops.engine.model.Selector
import io.dockerops.engine.plan.PlanRequest.Command
import io.dockerops.engine.port.ContainerStatus
import io.dockerops.engine.port.NetworkDetails
import io.dockerops.engine.problem.ProblemException
import spock.lang.Specification

class StopAndStartSpec extends Specification {

    def declared = project(volumes: [named('data', '/data')], groups: [new Group(new GroupId('back'), [Selector.parse('db')])],
        service('db', image: '/pg', healthy: 'true', mounts: [mount('data')]),
        service('app', image: '/app', links: ['db'], instances: [one: [:], two: [:]]),
        service('job', image: '/app', oneShot: true))
    def world = World.with(declared)

    private String text(Command command, List<String> targets = null, boolean volumes = false) {
        def request = new PlanRequest(command,
            Optional.ofNullable(targets).map { Targets.resolve(declared, it) }, cleaning(volumes))
        PlanText.of(world.run(declared, request), false).stripTrailing()
    }

    private static Options cleaning(boolean volumes) {
        volumes ? Options.builder().removeVolumes(true).build() : Options.NONE
    }

    def "a stop takes down what depends on the target first, and leaves the rest alone"() {
        expect:
        text(Command.STOP, ['db']) == '''\
            [] -> #1 local instance:app.one StopContainer, depends on db
            [] -> #2 local instance:app.two StopContainer, depends on db
            [1, 2] -> #3 local instance:db StopContainer, requested'''.stripIndent()
    }

    def "a container has as long to stop as it was made with: #said"() {
        given:
        def app = project(service('app', image: '/app', options: said == null ? [:] : [StopTimeout: said]))
        def world = World.with(app)

        when:
        def plan = world.run(app, PlanRequest.of(Command.STOP))

        then:
        plan.graph().actions()*.action().findAll { it instanceof Action.StopContainer }*.timeout()*.toSeconds() == [seconds]

        where:
        said || seconds
        null || 10
        3    || 3
        0    || 0
    }

    def "a shutdown keeps networks and volumes"() {
        when:
        world.apply(world.run(declared, PlanRequest.of(Command.SHUTDOWN)))

        then:
        world.containers.isEmpty()
        world.networks.keySet() == ['shop.default'] as Set
        world.volumes.keySet() == ['shop.data'] as Set
    }

    def "a clean leaves nothing of the project but its data: #volumes"() {
        given:
        world.image('shop/made:latest', 'sha256:made', [(Labels.PROJECT): 'shop'])
        world.networks['bridge'] = new NetworkDetails('id', 'bridge', new TreeMap<>(), io.dockerops.engine.model.Specification.EMPTY)

        when:
        world.apply(world.run(declared, PlanRequest.of(Command.CLEAN).withOptions(cleaning(volumes))))

        then:
        world.containers.isEmpty()
        world.networks.keySet() == ['bridge'] as Set
        world.volumes.isEmpty() == volumes
        world.images.keySet().contains('shop/made:latest') != volumes
        world.images.keySet().contains('pg:latest')

        where:
        volumes << [false, true]
    }

    def "a clean removes what is no longer declared and what a broken run left over"() {
        given:
        def more = project(service('old', image: '/app'))
        world.apply(world.run(more, PlanRequest.of(Command.RUN).withTargets(Targets.resolve(more, ['old']))))
        world.rename('shop.app.one', 'shop.app.one.next')

        when:
        world.apply(world.run(declared, PlanRequest.of(Command.CLEAN)))

        then:
        world.containers.isEmpty()
    }

    def "only a plan that removes volumes loses data"() {
        expect:
        world.run(declared, PlanRequest.of(Command.CLEAN).withOptions(cleaning(volumes))).losesData() == volumes

        where:
        volumes << [false, true]
    }

    def "a start brings up what the target depends on, waits for its health, and makes nothing"() {
        given:
        ['shop.db', 'shop.app.one'].each { world.status(it, ContainerStatus.State.EXITED) }

        expect:
        text(Command.START, ['app.one']) == '''\
            [] -> #1 local instance:db StartContainer, not running
            [1] -> #2 local instance:db AwaitHealthy, not running
            [2] -> #3 local instance:app.one StartContainer, not running'''.stripIndent()
    }

    def "a start of what has no container is a warning with the way out"() {
        given:
        world.containers.remove('shop.app.one')

        when:
        def plan = world.run(declared, PlanRequest.of(Command.START))

        then:
        plan.isEmpty()
        plan.warnings()*.summary() == ['`app.one` has no container']
        plan.warnings()[0].hints() == ['make it with `dockerops run`']
    }

    def "a start does not run a one-shot service again that ended well"() {
        expect:
        text(Command.START) == ''
    }

    def "a restart is about the targets only"() {
        expect:
        text(Command.RESTART, ['back']) == '''\
            [] -> #1 local instance:db StopContainer, requested
            [1] -> #2 local instance:db StartContainer, requested
            [2] -> #3 local instance:db AwaitHealthy, requested'''.stripIndent()
    }

    def "a pull is about images of registries, each once, also those that are there"() {
        expect:
        text(Command.PULL) == '''\
            [] -> #1 local image:pg:latest PullImage, pull requested
            [] -> #2 local image:app:latest PullImage, pull requested'''.stripIndent()
    }

    def "targets are services, instances, groups and patterns: #texts"() {
        expect:
        Targets.resolve(declared, texts)*.label() == found

        where:
        texts              | found
        ['app']            | ['app.one', 'app.two']
        ['app.two', 'db']  | ['db', 'app.two']
        ['back']           | ['db']
        ['app.*']          | ['app.one', 'app.two']
        ['*o*']            | ['app.one', 'app.two', 'job']
        ['all']            | ['db', 'app.one', 'app.two', 'job']
    }

    def "each target that names nothing is a problem with a suggestion"() {
        when:
        Targets.resolve(declared, ['ap', 'nothing-like-it', 'db'])

        then:
        def e = thrown(ProblemException)
        e.problems()*.summary() == ['there is no service, instance or group `ap` in project `shop`',
            'there is no service, instance or group `nothing-like-it` in project `shop`']
        e.problems()[0].hints() == ['did you mean `app`?']
        e.problems()[1].hints() == ['it has: db, app, app.one, app.two, job, back']
    }
}
