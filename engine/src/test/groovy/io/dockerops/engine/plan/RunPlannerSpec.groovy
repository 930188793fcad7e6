package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.from
import static io.dockerops.engine.plan.Declared.mount
import static io.dockerops.engine.plan.Declared.named
import static io.dockerops.engine.plan.Declared.network
import static io.dockerops.engine.plan.Declared.networkOf
import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.EnvValue
import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Image
import io.dockerops.engine.model.InstanceId
import io.dockerops.engine.model.Mount
import io.dockerops.engine.model.Options
import io.dockerops.engine.model.RestartPolicy
import io.dockerops.engine.model.SecretId
import io.dockerops.engine.model.ServiceId
import io.dockerops.engine.model.Value
import io.dockerops.engine.port.ContainerStatus
import io.dockerops.engine.port.ContainerSummary
import io.dockerops.engine.problem.ProblemException
import java.nio.file.Path
import spock.lang.Specification

class RunPlannerSpec extends Specification {

    private static String text(Plan plan, boolean differences = false) {
        PlanText.of(plan, differences).stripTrailing()
    }

    def "a fresh project is made in the order of its dependencies, and nothing waits without need"() {
        expect:
        text(new World().run(project(
            service('db', image: '/postgres:17', healthy: 'pg_isready'),
            service('web', image: '/nginx', links: ['db'], instances: [one: [:], two: [:]])))) == '''\
            [] -> #1 local image:postgres:17 PullImage, missing
            [] -> #2 local network:default CreateNetwork, missing
            [1, 2] -> #3 local instance:db CreateContainer, missing
            [3] -> #4 local instance:db StartContainer, missing
            [4] -> #5 local instance:db AwaitHealthy, needed by web.one
            [] -> #6 local image:nginx:latest PullImage, missing
            [2, 6] -> #7 local instance:web.one CreateContainer, missing
            [5, 7] -> #8 local instance:web.one StartContainer, missing
            [2, 6] -> #9 local instance:web.two CreateContainer, missing
            [5, 9] -> #10 local instance:web.two StartContainer, missing'''.stripIndent()
    }

    def "a second run of an unchanged project has nothing to do: #what"() {
        given:
        def declared = project(service(said, 'app'), volumes: [named('data', '/data')])

        expect:
        World.with(declared).run(declared).isEmpty()

        where:
        what               | said
        'plain'            | [image: '/app']
        'environment'      | [image: '/app', env: [A: 'b', P: new EnvValue.Secret(new SecretId('p'))]]
        'volume'           | [image: '/app', mounts: [mount('data')]]
        'owned volume'     | [image: '/app', mounts: [mount('data', Mount.Role.ATTACHED)], user: '2000', permissions: 'u=rwX']
        'health'           | [image: '/app', healthy: 'true']
        'limits'           | [image: '/app', memory: 1024]
        'one-shot'         | [image: '/app', oneShot: true]
        'commands once'    | [image: '/app', exec: [[command: ['a'], once: true]]]
        'port and options' | [image: '/app', publish: [80: 8080], options: ['HostConfig.ShmSize': 64]]
    }

    def "a changed variable replaces the container, which comes back when the new one fails"() {
        given:
        def world = World.with(project(service('app', image: '/app', env: [A: 'old', GONE: 'x'])))

        expect:
        text(world.run(project(service('app', image: '/app', env: [A: 'new']))), true) == '''\
            [] -> #1 local instance:app CreateContainer, changed
                  Env.A: "old" -> "new" (changed in the project)
                  Env.GONE: "x" -> (none) (changed in the project)
            [1] -> #2 local instance:app StopContainer, replaced
            [1, 2] -> #3 local instance:app StartContainer, changed
            [3] -> #4 local instance:app AwaitSteady, changed
            [4] -> #5 local instance:app RemoveContainer, replaced
            [5] -> #6 local instance:app RenameContainer to shop.app, replaced
            [1, 3, 4] -!> #7 local instance:app RemoveContainer, if the new app fails
            [7] -> #8 local instance:app StartContainer, if the new app fails'''.stripIndent()
    }

    def "after a replacement there is nothing to do"() {
        given:
        def world = World.with(project(service('app', image: '/app', env: [A: 'old'])))
        def changed = project(service('app', image: '/app', env: [A: 'new']))

        expect:
        world.apply(world.run(changed)).run(changed).isEmpty()
        world.containers.keySet() == ['shop.app'] as Set
    }

    def "what drifted on the host is told apart from what changed in the project"() {
        given:
        def declared = project(service('app', image: '/app', env: [A: 'a']))
        def world = World.with(declared)
        world.change('shop.app') { it[FieldPath.parse('Env.A')] = Value.text('by hand') }

        expect:
        world.run(declared).graph().get(1).differences()*.toString() ==
            ['Env.A: "by hand" -> "a" (drifted on the host)']
    }

    def "what only image or engine set is no difference"() {
        given:
        def declared = project(service('app', image: '/app'))
        def world = World.with(declared)
        world.change('shop.app') {
            it[FieldPath.parse('Env.PATH')] = Value.text('/bin')
            it[FieldPath.parse('HostConfig.ShmSize')] = Value.whole(67108864)
        }

        expect:
        world.run(declared).isEmpty()
    }

    def "limits and restart policy are changed in place"() {
        given:
        def world = World.with(project(service('app', image: '/app', memory: 512)))

        expect:
        text(world.run(project(service('app', image: '/app', memory: 256,
            restart: RestartPolicy.Condition.ALWAYS))), true) == '''\
            [] -> #1 local instance:app UpdateContainer, changed
                  HostConfig.Memory: 512 -> 256 (changed in the project)
                  HostConfig.RestartPolicy.Name: (none) -> "always" (changed in the project)'''.stripIndent()
    }

    def "a limit that is taken away replaces the container, since the engine cannot take it away"() {
        given:
        def world = World.with(project(service('app', image: '/app', memory: 512)))

        expect:
        world.run(project(service('app', image: '/app'))).graph().get(1).action() instanceof Action.CreateContainer
    }

    def "a restart policy that is taken away is switched off in place"() {
        given:
        def world = World.with(project(service('app', image: '/app', restart: RestartPolicy.Condition.ALWAYS)))

        when:
        def plan = world.run(project(service('app', image: '/app')))

        then:
        plan.graph().actions()*.action()*.changes()*.fields() == [[(FieldPath.parse('HostConfig.RestartPolicy.Name')): Value.text('no')]]
    }

    def "a limit that somebody set by hand is drift"() {
        given:
        def declared = project(service('app', image: '/app'))
        def world = World.with(declared)
        world.change('shop.app') { it[FieldPath.parse('HostConfig.Memory')] = Value.whole(64) }

        expect:
        world.run(declared).graph().get(1).cause() == Cause.Plain.DRIFTED
    }

    def "a container is moved between networks in place"() {
        given:
        def nets = [networks: [network('front'), network('back')]]
        def world = World.with(project(nets, service('app', image: '/app', networks: ['front'])))

        expect:
        text(world.run(project(nets, service('app', image: '/app', networks: ['back'])))) == '''\
            [] -> #1 local network:back CreateNetwork, missing
            [1] -> #2 local instance:app ConnectNetwork to shop.back, changed
            [] -> #3 local instance:app DisconnectNetwork from shop.front, changed'''.stripIndent()
    }

    def "a network joined by hand is left again"() {
        given:
        def declared = project(service('app', image: '/app'))
        def world = World.with(declared)
        world.change('shop.app') { it[FieldPath.of('Networks', 'other', 'NetworkID')] = Value.text('id') }

        expect:
        text(world.run(declared)) == '[] -> #1 local instance:app DisconnectNetwork from other, drifted'
    }

    def "a changed network is made anew between taking its containers out and joining them again"() {
        given:
        def app = service('app', image: '/app', networks: ['front'])
        def world = World.with(project(networks: [network('front')], app))
        def changed = project(networks: [network('front', internal: true)], app)

        expect:
        text(world.run(changed)) == '''\
            [] -> #1 local instance:app DisconnectNetwork from shop.front, changed
            [1] -> #2 local network:front RemoveNetwork, changed
            [2] -> #3 local network:front CreateNetwork, replaced
            [3] -> #4 local instance:app ConnectNetwork to shop.front, replaced'''.stripIndent()
        world.apply(world.run(changed)).run(changed).isEmpty()
    }

    def "containers outside the targets are joined again to a network that is made anew"() {
        given:
        def services = ['app', 'other'].collect { service(it, image: '/app', networks: ['front']) } as io.dockerops.engine.model.Service[]
        def world = World.with(project(networks: [network('front')], services))
        def changed = project(networks: [network('front', internal: true)], services)
        def targets = PlanRequest.of(PlanRequest.Command.RUN).withTargets([InstanceId.only(new ServiceId('app'))] as LinkedHashSet)

        expect:
        world.apply(world.run(changed, targets)).run(changed).isEmpty()
    }

    def "what is no longer declared is stopped and removed, its network too"() {
        given:
        def world = World.with(project(networks: [network('back')],
            service('app', image: '/app'), service('old', image: '/app', networks: ['back'])))

        expect:
        text(world.run(project(service('app', image: '/app')))) == '''\
            [] -> #1 local instance:old StopContainer, no longer declared
            [1] -> #2 local instance:old RemoveContainer, no longer declared
            [2] -> #3 local network:back RemoveNetwork, no longer declared'''.stripIndent()
    }

    def "a run of some targets leaves what is no longer declared alone"() {
        given:
        def world = World.with(project(service('app', image: '/app'), service('old', image: '/app')))
        def targets = PlanRequest.of(PlanRequest.Command.RUN).withTargets([InstanceId.only(new ServiceId('app'))] as LinkedHashSet)

        expect:
        world.run(project(service('app', image: '/app')), targets).isEmpty()
    }

    def "the data of a volume that is no longer declared is kept"() {
        given:
        def world = World.with(project(volumes: [named('data', '/data')], service('app', image: '/app', mounts: [mount('data')])))
        def without = project(service('app', image: '/app'))

        when:
        world.apply(world.run(without))

        then:
        world.volumes.keySet() == ['shop.data'] as Set
    }

    def "a container that a broken run left over is removed before its instance is made"() {
        given:
        def declared = project(service('app', image: '/app'))
        def world = World.with(declared)
        world.rename('shop.app', 'shop.app.next')

        expect:
        text(world.run(declared)) == '''\
            [] -> #1 local instance:app RemoveContainer, left over
            [1] -> #2 local instance:app CreateContainer, missing
            [2] -> #3 local instance:app StartContainer, missing'''.stripIndent()
    }

    def "a published port changes hands in order"() {
        given:
        def world = World.with(project(service('a', image: '/app', publish: [80: 8080]), service('b', image: '/app')))
        def changed = project(service('a', image: '/app'), service('b', image: '/app', publish: [80: 8080]))

        when:
        def plan = world.run(changed)
        def stop = plan.graph().actions().find { it.action() instanceof Action.StopContainer && it.action().instance().label() == 'a' }
        def start = plan.graph().actions().find { it.action() instanceof Action.StartContainer && it.action().instance().label() == 'b' }

        then:
        start.after().contains(stop.number())
    }

    def "two linked services can swap their ports"() {
        given:
        def world = World.with(project(service('a', image: '/app', publish: [80: 8080]),
            service('b', image: '/app', publish: [80: 9090], links: ['a'])))
        def swapped = project(service('a', image: '/app', publish: [80: 9090]),
            service('b', image: '/app', publish: [80: 8080], links: ['a']))

        expect:
        world.apply(world.run(swapped)).run(swapped).isEmpty()
    }

    def "a container that ended is started again, one that runs is not touched"() {
        given:
        def declared = project(service('db', image: '/app'), service('app', image: '/app', links: ['db']))
        def world = World.with(declared)
        world.status('shop.db', ContainerStatus.State.EXITED, 137)

        expect:
        text(world.run(declared)) == '[] -> #1 local instance:db StartContainer, not running'
    }

    def "a one-shot service that ended well is done, one that did not is run again"() {
        given:
        def declared = project(service('job', image: '/app', oneShot: true))
        def world = World.with(declared)
        world.status('shop.job', ContainerStatus.State.EXITED, code)

        expect:
        text(world.run(declared)) == expected

        where:
        code | expected
        0    | ''
        1    | '[] -> #1 local instance:job StartContainer, did not end well\n[1] -> #2 local instance:job AwaitExit, did not end well'
    }

    def "a container whose health check does not pass is waited for"() {
        given:
        def declared = project(service('app', image: '/app', healthy: 'true'))
        def world = World.with(declared)
        world.healthy('shop.app', ContainerStatus.Health.STARTING)

        expect:
        text(world.run(declared)) == '[] -> #1 local instance:app AwaitHealthy, not healthy'
    }

    def "a moved tag replaces the container"() {
        given:
        def declared = project(service('app', image: '/app'))
        def world = World.with(declared)
        world.image('app:latest', 'sha256:newer', [:])

        expect:
        world.run(declared).graph().get(1).cause() == Cause.Plain.IMAGE_CHANGED
    }

    def "an image that is made anew replaces the containers that run it"() {
        given:
        def image = new Image.Build(Path.of('/src'), 'Dockerfile', new TreeMap<>(), Optional.empty())
        def declared = project(service('app', image: image))
        def id = new io.dockerops.engine.model.ImageId(declared.imageOf(declared.instances()[0]))
        def world = new World()
        world.fingerprints[id] = 'before'
        world.apply(world.run(declared))
        world.fingerprints[id] = 'after'

        expect:
        text(world.run(declared)).readLines()[0..1] == [
            '[] -> #1 local image:shop/app:latest BuildImage, source changed',
            '[1] -> #2 local instance:app CreateContainer, source changed']
        world.apply(world.run(declared)).run(declared).isEmpty()
    }

    def "the owner and mode of an attached volume are set once, before the first start"() {
        given:
        def declared = project(volumes: [named('sock', '/sock')],
            service('app', image: '/app', user: '2000', mounts: [mount('sock', Mount.Role.ATTACHED)], instances: [one: [:], two: [:]]),
            service('web', image: '/app', mounts: [mount('sock', Mount.Role.USED)]))

        expect:
        text(new World().run(declared)) == '''\
            [] -> #1 local image:app:latest PullImage, missing
            [] -> #2 local network:default CreateNetwork, missing
            [] -> #3 local volume:sock CreateVolume, missing
            [1, 2, 3] -> #4 local instance:app.one CreateContainer, missing
            [] -> #5 local image:busybox:latest PullImage, missing
            [3, 5] -> #6 local volume:sock PrepareVolume, not prepared
            [4, 6] -> #7 local instance:app.one StartContainer, missing
            [1, 2, 3] -> #8 local instance:app.two CreateContainer, missing
            [6, 8] -> #9 local instance:app.two StartContainer, missing
            [1, 2, 3] -> #10 local instance:web CreateContainer, missing
            [7, 9, 10] -> #11 local instance:web StartContainer, missing'''.stripIndent()
    }

    def "what shares volumes or network of a container that is replaced is replaced too"() {
        given:
        def world = World.with(project(service('app', image: '/app', env: [A: 'a']), service(other, 'side')))
        def changed = project(service('app', image: '/app', env: [A: 'b']), service(other, 'side'))

        when:
        def plan = world.run(changed)

        then:
        plan.graph().actions().find { it.action() instanceof Action.CreateContainer && it.action().instance().label() == 'side' }
            .cause().toString() == 'app replaced'
        world.apply(plan).run(changed).isEmpty()

        where:
        other << [[image: '/app', mounts: [from('app')]], [image: '/app', mode: networkOf('app')]]
    }

    def "a container with commands to run once gets its name when they have run"() {
        expect:
        text(World.with(project(service('x', image: '/app'))).run(project(service('x', image: '/app'),
            service('app', image: '/app', exec: [[command: ['migrate'], once: true], [command: ['warm', 'up']]])))) == '''\
            [] -> #1 local instance:app CreateContainer, missing
            [1] -> #2 local instance:app StartContainer, missing
            [2] -> #3 local instance:app Exec migrate, after start
            [3] -> #4 local instance:app Exec warm up, after start
            [4] -> #5 local instance:app RenameContainer to shop.app, missing'''.stripIndent()
    }

    def "a name that is taken by a container of others is an error, and nothing is planned"() {
        given:
        def world = new World()
        world.foreign['shop.app'] = new ContainerSummary('id', 'shop.app', 'nginx', 'sha256:x',
            ContainerStatus.State.RUNNING, 'Up', new TreeMap<>(), [])

        when:
        world.run(project(service('app', image: '/app')))

        then:
        def e = thrown(ProblemException)
        e.problems()*.summary() == ['the name `shop.app` is taken on host `local` by a container of image `nginx` that this project did not make']
    }

    def "the value of a secret stands in no plan, and a changed one is not seen"() {
        given:
        def declared = project(service('app', image: '/app', env: [P: new EnvValue.Secret(new SecretId('db.password'))]))
        def world = World.with(project(service('app', image: '/app', env: [P: 'plain'])))

        expect:
        world.run(declared).graph().get(1).differences()*.toString() ==
            ['Env.P: (none) -> secret(db.password) (changed in the project)']
        !PlanJson.tree(world.run(declared)).toString().contains('live secret')
        world.apply(world.run(declared)).run(declared).isEmpty()
    }

    def "containers are replaced on request although nothing differs"() {
        given:
        def declared = project(service('app', image: '/app'))
        def request = PlanRequest.of(PlanRequest.Command.RUN)
            .withOptions(Options.builder().forceUpdate(['app']).build())

        expect:
        World.with(declared).run(declared, request).graph().get(1).cause() == Cause.Plain.REQUESTED
    }

    def "the same input gives the same plan"() {
        given:
        def declared = project((1..30).collect { service("s$it", image: '/app', links: it > 1 ? ["s${it - 1}"] : []) } as io.dockerops.engine.model.Service[])

        expect:
        text(new World().run(declared)) == text(new World().run(declared))
    }
}
