package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.network
import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.EnvValue
import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Labels
import io.dockerops.engine.model.NetworkMode
import io.dockerops.engine.model.Options
import io.dockerops.engine.model.Origins
import io.dockerops.engine.model.Value
import io.dockerops.engine.plan.PlanRequest.Command
import io.dockerops.engine.port.ContainerStatus.State
import io.dockerops.engine.problem.ProblemException
import io.dockerops.engine.problem.SourceRef
import java.nio.file.Path
import spock.lang.Specification

/** A link gives the address of its target, and what was made with an address follows it when it becomes another one. */
class LinkedAddressesSpec extends Specification {

    private static shop(Map db = [:], Map web = [:], Map parts = [:]) {
        project(parts, service([image: '/db'] + db, 'db'), service([image: '/web', links: ['db'], as: 'DB', address: true] + web, 'web'))
    }

    private static List<String> lines(World world, project, Command command = Command.RUN) {
        PlanText.of(world.run(project, PlanRequest.of(command)), true).readLines()
    }

    private static String variable(World world, String name = 'DB_SERVICE_IP', String container = 'shop.web') {
        world.containers[container].details().live().text('Env', name).orElse(null)
    }

    private static String address(World world, String container = 'shop.db', String network = 'shop.default') {
        world.containers[container].details().addresses()[network]
    }

    def "what is made with an address is made when its target runs"() {
        expect:
        lines(new World().tap { image('db:latest', '1', [:]); image('web:latest', '2', [:]) }, shop()) == [
            '[] -> #1 local network:default CreateNetwork, missing',
            '[1] -> #2 local instance:db CreateContainer, missing',
            '[2] -> #3 local instance:db StartContainer, missing',
            '[1, 2, 3] -> #4 local instance:web CreateContainer, missing',
            '[3, 4] -> #5 local instance:web StartContainer, missing']
    }

    def "the variable has the address, the label says whose, and a second plan is empty"() {
        given:
        def world = World.with(shop())

        expect:
        variable(world) == address(world)
        world.containers['shop.web'].lastApplied().get().get(FieldPath.parse('Env.DB_SERVICE_IP')).get() ==
            new Value.Address('shop.db', 'shop.default')
        !world.containers['shop.web'].details().labels()[Labels.SPECIFICATION].contains(address(world))
        Command.values().findAll { it in [Command.CREATE, Command.STARTUP, Command.UPDATE, Command.RUN] }
            .every { lines(world, shop(), it) == [] }
    }

    def "when the target has another address, what was made with the old one is made anew, and the plan says why: #command"() {
        given:
        def world = World.with(shop())
        world.addresses('shop.db', ['shop.default': '10.9.9.9'])

        expect:
        lines(world, shop(), command).take(1 + shown.size()) ==
            ['[] -> #1 local instance:web CreateContainer, address of db changed'] + shown

        when:
        world.apply(world.run(shop(), PlanRequest.of(command)))

        then:
        variable(world) == '10.9.9.9'
        lines(world, shop(), command) == []

        where:
        command         | shown
        Command.RUN     | ['      Env.DB_SERVICE_IP: "10.0.0.1" -> "10.9.9.9" (drifted on the host)']
        Command.STARTUP | []
    }

    def "a plan that #what its target makes it anew too, after that: #cause"() {
        given:
        def world = World.with(shop())
        change.call(world)
        def plan = world.run(wanted)

        expect:
        PlanText.of(plan, false).contains("instance:web CreateContainer, $cause")

        when:
        world.apply(plan)

        then:
        variable(world) == address(world)
        address(world) != '10.0.0.1'
        lines(world, wanted) == []

        where:
        what        | wanted                                                        | change                                           | cause
        'replaces'  | shop(env: [A: 'a'])                                           | { World it -> }                                  | 'db replaced'
        'starts'    | shop()                                                        | { World it -> it.status('shop.db', State.EXITED) } | 'address of db changed'
        'makes'     | shop()                                                        | { World it -> it.containers.remove('shop.db') }  | 'db replaced'
        'rejoins'   | shop()                                                        | { World it -> it.networks.remove('shop.default') } | 'address of db changed'
        'rejoins it in a new network' | shop([:], [:], [networks: [network('default', internal: true)]]) | { World it -> } | 'address of db changed'
    }

    def "in the project of before it had a value of its own: only that is the cause"() {
        given:
        def world = World.with(shop([:], [address: false, env: [DB_SERVICE_IP: 'x']]))

        expect:
        lines(world, shop()).take(2) == ['[] -> #1 local instance:web CreateContainer, changed',
            '      Env.DB_SERVICE_IP: "x" -> "10.0.0.1" (changed in the project)']
    }

    def "an address that the project fixes is known before anything runs, and nothing follows it"() {
        given:
        def fixed = { String address ->
            def shop = shop([networks: ['back']], [networks: ['back']], [networks: [network('back')]])
            def db = shop.services()[0]
            def endpoint = new io.dockerops.engine.model.Endpoint(db.settings().networking().endpoints()[0].network(), [], [],
                Optional.of(address), Optional.empty(), [], Optional.empty())
            def own = db.settings()
            def networking = new io.dockerops.engine.model.Networking(Optional.empty(), [endpoint], [], [])
            shop.withServices([new io.dockerops.engine.model.Service(db.id(), new io.dockerops.engine.model.Settings(own.hosts(),
                own.image(), own.process(), own.environment(), own.mounts(), own.links(), networking, own.limits(), own.health(),
                own.lifecycle(), own.labels(), own.attributes(), own.options()), [:]), shop.services()[1]])
        }
        def world = World.with(fixed('10.7.0.5'))

        expect:
        variable(world) == '10.7.0.5'

        when:
        world.status('shop.db', State.EXITED)

        then:
        lines(world, fixed('10.7.0.5')) == ['[] -> #1 local instance:db StartContainer, not running']
    }

    def "the address is that of the first instance, in the first network that both are in: #networks"() {
        given:
        def declared = project(networks: networks.collect { network(it) },
            service([image: '/db', networks: networks, instances: [one: [:], two: [:]]], 'db'),
            service([image: '/web', networks: own, links: ['db'], address: true], 'web'))
        def world = World.with(declared)

        expect:
        variable(world) == address(world, 'shop.db.one', expected)

        where:
        networks         | own              || expected
        []               | []               || 'shop.default'
        ['back', 'side'] | ['side', 'back'] || 'shop.side'
        ['back', 'side'] | ['back']         || 'shop.back'
    }

    def "it works by the engine's default bridge too"() {
        given:
        def bridge = new NetworkMode.Bridge()
        def world = World.with(shop([mode: bridge], [mode: bridge]))

        expect:
        variable(world) == address(world, 'shop.db', 'bridge')
        lines(world, shop([mode: bridge], [mode: bridge])) == []
    }

    def "without a further name the variable is called after the target: #target"() {
        given:
        def world = World.with(project(service([image: '/db', instances: [main: [:]]], 'my-db'),
            service([image: '/web', links: [target], address: true], 'web')))

        expect:
        variable(world, name)

        where:
        target       || name
        'my-db'      || 'MY_DB_SERVICE_IP'
        'my-db.main' || 'MY_DB_MAIN_SERVICE_IP'
    }

    def "a variable that has a value otherwise goes over the link's, and nothing waits for the target then: #what"() {
        given:
        def declared = shop([:], said)
        def world = new World().tap { image('db:latest', '1', [:]); image('web:latest', '2', [:]) }
        def plan = world.run(declared, PlanRequest.of(Command.RUN).withOptions(options))

        expect:
        PlanText.of(plan, false).contains('[1] -> #4 local instance:web CreateContainer')

        when:
        world.apply(plan)

        then:
        variable(world) == 'own'

        where:
        what           | said                                                       | options
        'env'          | [env: [DB_SERVICE_IP: 'own']]                              | Options.NONE
        'option'       | [options: ['Env.DB_SERVICE_IP': Value.text('own')]]        | Options.NONE
        'command line' | [:] | Options.builder().arguments(new TreeMap<>([(FieldPath.parse('Env.DB_SERVICE_IP')): Value.text('own')])).build()
    }

    def "what keeps restarting has no address now, and is no reason to do anything"() {
        given:
        def world = World.with(shop())
        world.restarting('shop.db')
        world.addresses('shop.db', [:])

        expect:
        lines(world, shop()) == []
    }

    def "a persistent container keeps the address that it was made with, and a warning says so"() {
        given:
        def world = World.with(shop([:], [persistent: true]))
        world.addresses('shop.db', ['shop.default': '10.9.9.9'])
        def plan = world.run(shop([:], [persistent: true]))

        expect:
        plan.empty
        plan.warnings()*.summary().any { it.contains('`Env.DB_SERVICE_IP`') }
    }

    def "a port that the target takes from what has its address is free before"() {
        given:
        def world = World.with(shop([:], [publish: [80: 8080]]))
        def plan = world.run(shop([publish: [80: 8080]], [publish: [80: 8081]]))
        def numbers = plan.graph().actions().collectEntries { ["${it.action().verb()} ${it.action().subject().label()}".toString(), it.number()] }

        expect:
        numbers['StopContainer web'] < numbers['StartContainer db']
        numbers['StartContainer db'] < numbers['CreateContainer web']
    }

    def "`create` starts nothing, so an address that is not there is an error with its line"() {
        given:
        def place = new SourceRef(Path.of('project.groovy'), 4, 5, 9)
        def web = shop().instances()[1].id()
        def origins = new Origins([:], [(new Origins.Mention(web.service(), 'link', 'db')): place])

        when:
        Planner.plan(shop(), origins, new World().tap { image('db:latest', '1', [:]); image('web:latest', '2', [:]) }.state(),
            PlanRequest.of(Command.CREATE))

        then:
        def e = thrown(ProblemException)
        e.problems()*.summary() == ['`web` is made with the address of `db`, which has none before it runs']
        e.problems()*.place() == [Optional.of(place)]
        e.problems()[0].hints()[0].contains('dockerops run')
    }

    def "`#command` of a target warns that its address may become another one"() {
        given:
        def world = World.with(shop())
        stopped && world.status('shop.db', State.EXITED)

        expect:
        world.run(shop(), PlanRequest.of(command)).warnings()*.summary() == said

        where:
        command         | stopped || said
        Command.RESTART | false   || ['`web` was made with the address of `db`, which may get another one by its start']
        Command.START   | true    || ['`web` was made with the address of `db`, which may get another one by its start']
        Command.START   | false   || []
    }

    def "a value for the variable that is required goes over the link's"() {
        given:
        def required = EnvValue.required(Optional.empty())
        def world = World.with(shop([:], [env: [DB_SERVICE_IP: required]]).given([DB_SERVICE_IP: 'given']))

        expect:
        variable(world) == 'given'
    }
}
