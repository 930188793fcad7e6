package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Image
import io.dockerops.engine.model.ImageId
import io.dockerops.engine.model.Port
import io.dockerops.engine.model.Project
import io.dockerops.engine.port.BuildOutline
import io.dockerops.engine.problem.Problem
import io.dockerops.engine.problem.ProblemException
import java.nio.file.Path
import spock.lang.Specification

/** Publishing what an image exposes. */
class PortsOfImagesSpec extends Specification {

    private static final Map<String, String> IP = [SERVICE_IP: '10.1.2.3']

    World world = new World()

    def "ports of a Dockerfile are published at the same port of the host: #exposed, #said"() {
        given:
        def declared = project(service(said + [image: build()], 'app'))
        exposes(declared, exposed)

        expect:
        published(world.run(declared)) == bindings

        where:
        exposed              | said                                         || bindings
        ['80/tcp']           | [publishExposed: true]                       || ['80/tcp': [':80']]
        ['53/tcp', '53/udp'] | [publishExposed: true]                       || ['53/tcp': [':53'], '53/udp': [':53']]
        ['80/tcp']           | [publishExposed: false]                      || [:]
        ['80/tcp']           | [:]                                          || [:]
        ['80/tcp']           | [publishExposed: '127.0.0.1']                || ['80/tcp': ['127.0.0.1:80']]
        ['80/tcp']           | [publishExposed: true, env: IP]              || ['80/tcp': ['10.1.2.3:80']]
        ['80/tcp']           | [publishExposed: '127.0.0.1', env: IP]       || ['80/tcp': ['127.0.0.1:80']]
        ['80/tcp', '81/tcp'] | [publishExposed: true, publish: [80: 8080], env: IP] || ['80/tcp': [':8080'], '81/tcp': ['10.1.2.3:81']]
        ['80/tcp', '81/tcp'] | [publishExposed: true, publish: [80: 8080]]  || ['80/tcp': [':8080'], '81/tcp': [':81']]
        ['80/tcp']           | [publishExposed: true, publish: [8080: 80]]  || ['8080/tcp': [':80']]
        ['80/udp']           | [publishExposed: true, publish: [8080: 80]]  || ['80/udp': [':80'], '8080/tcp': [':80']]
    }

    def "an instance says it for itself"() {
        given:
        def declared = project(service('app', image: build(), publishExposed: true,
            instances: [one: [:], two: [publishExposed: false]]))
        exposes(declared, ['80/tcp'])

        expect:
        world.run(declared).graph().actions()*.action().findAll { it instanceof Action.CreateContainer }
            .collectEntries { [it.name(), bindings(it)] } == ['shop.app.one': ['80/tcp': [':80']], 'shop.app.two': [:]]
    }

    def "ports of an image that is not built here are those that the host's image has"() {
        given:
        def declared = project(service('app', image: '/nginx:1', publishExposed: true))
        world.image('nginx:1', 'sha256:1', [:])
        world.exposed['nginx:1'] = [new Port(80, Port.Protocol.TCP)]

        expect:
        published(world.run(declared)) == ['80/tcp': [':80']]
    }

    def "an image that is not there yet is pulled before the ports are published"() {
        given:
        def declared = project(
            service('app', image: '/nginx:1', publishExposed: true),
            service('built', image: build(), publishExposed: true),
            service('db', image: '/postgres'))

        expect:
        PlanRequest.of(command).steps(declared).collect { [it.command(), it.targets().map { it*.label() }.orElse(null)] } == steps

        where:
        command                     || steps
        PlanRequest.Command.RUN     || [[PlanRequest.Command.PULL, ['app']], [PlanRequest.Command.RUN, null]]
        PlanRequest.Command.STARTUP || [[PlanRequest.Command.PULL, ['app']], [PlanRequest.Command.STARTUP, null]]
        PlanRequest.Command.STOP    || [[PlanRequest.Command.STOP, null]]
    }

    def "only what is meant is pulled for its ports"() {
        given:
        def declared = project(
            service('app', image: '/nginx:1', publishExposed: true),
            service('other', image: '/redis', publishExposed: true),
            service('web', image: '/web', links: ['app']))
        def web = declared.services()[2].instances()[0].id()

        expect:
        PlanRequest.of(PlanRequest.Command.RUN).withTargets([web] as Set).steps(declared)[0].targets().get()*.label() == ['app']
    }

    def "a plan without the image says what is not known"() {
        given:
        def declared = project(service('app', image: '/nginx:1', publishExposed: true))

        when:
        def plan = world.run(declared)

        then:
        published(plan) == [:]
        plan.warnings()*.summary() == ['which ports `app` publishes is known when its host has the image `nginx:1`']
    }

    def "an image that exposes nothing is worth a warning"() {
        given:
        def declared = project(service('app', image: image, publishExposed: true))
        exposes(declared, [])

        expect:
        world.run(declared).warnings()*.summary() == ['`app` publishes what its image exposes, and that is nothing']

        where:
        image << [build(), new Image.Rootfs('os', new Image.BusyBox(), [])]
    }

    def "ports that two instances would have are told: #first and #second"() {
        given:
        def declared = project(service(first + [image: build()], 'app'), service(second + [image: build()], 'web'))
        exposes(declared, ['80/tcp'])

        when:
        world.run(declared)

        then:
        def refused = thrown(ProblemException)
        refused.problems()*.summary() == ['the host\'s port 80/tcp of `local` is published by `' + names[0]
            + '` and, since its image exposes it, by `' + names[1] + '`']

        where:
        first                  | second                 || names
        [publishExposed: true] | [publishExposed: true] || ['app', 'web']
        [publish: [8080: 80]]  | [publishExposed: true] || ['app', 'web']
        [publishExposed: true] | [publish: [8080: 80]]  || ['web', 'app']
    }

    def "the same port at two addresses of a host is no clash"() {
        given:
        def declared = project(service('app', image: build(), publishExposed: '127.0.0.1'),
            service('web', image: build(), publishExposed: '127.0.0.2'))
        exposes(declared, ['80/tcp'])

        expect:
        !world.run(declared).isEmpty()
    }

    def "a line that says no port matters where ports are published"() {
        given:
        def declared = project(service(said + [image: build()], 'app'))
        world.outlines[id(declared)] = new BuildOutline([], [], [Problem.error('`EXPOSE $P`')])

        when:
        def problems = []
        try {
            world.run(declared)
        } catch (ProblemException refused) {
            problems = refused.problems()*.summary()
        }

        then:
        problems == told

        where:
        said                   || told
        [publishExposed: true] || ['`EXPOSE $P`']
        [:]                    || []
    }

    def "a second plan is empty, and a port more replaces the container"() {
        given:
        def declared = project(service('app', image: build(), publishExposed: true))
        exposes(declared, ['80/tcp'])
        world.apply(world.run(declared))

        expect:
        world.run(declared).isEmpty()

        when:
        exposes(declared, ['80/tcp', '53/udp'])

        then:
        published(world.run(declared)) == ['53/udp': [':53'], '80/tcp': [':80']]
    }

    private void exposes(Project declared, List<String> ports) {
        declared.madeImages().keySet().each {
            world.outlines[it] = new BuildOutline([], ports.collect { Port.parse(it) }, [])
        }
    }

    private static ImageId id(Project declared) {
        declared.madeImages().keySet().first()
    }

    private static Image.Build build() {
        new Image.Build(Path.of('/src'), 'Dockerfile', new TreeMap<>(), Optional.empty())
    }

    private static Map published(Plan plan) {
        bindings(plan.graph().actions()*.action().find { it instanceof Action.CreateContainer })
    }

    private static Map bindings(Action.CreateContainer create) {
        create.specification().below(FieldPath.of('HostConfig', 'PortBindings')).fields()
            .collectEntries { path, value -> [path.last(), value.items()*.text()] }
    }
}
