package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.Endpoint
import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostAddress
import io.dockerops.engine.model.HostId
import io.dockerops.engine.model.Link
import io.dockerops.engine.model.NetworkMode
import io.dockerops.engine.model.Networking
import io.dockerops.engine.model.Origins
import io.dockerops.engine.model.Port
import io.dockerops.engine.model.Project
import io.dockerops.engine.model.ProjectValidator
import io.dockerops.engine.model.Selector
import io.dockerops.engine.model.Service
import io.dockerops.engine.model.ServiceId
import io.dockerops.engine.model.Settings
import io.dockerops.engine.model.Value
import spock.lang.Specification

class AttributesSpec extends Specification {

    def "options go over attributes, and attributes over what other words say"() {
        given:
        def app = service('app', image: '/app', user: 'word', attributes: [User: Value.text('attribute'), Tty: Value.flag(true)],
            options: [Tty: Value.flag(false)])

        expect:
        wanted(project(app), 'shop.app', 'User') == '"attribute"'
        wanted(project(app), 'shop.app', 'Tty') == 'false'
    }

    def "a flag that says what the engine does anyway is no difference"() {
        given:
        def declared = project(service('app', image: '/app', attributes: [Tty: Value.flag(false), 'HostConfig.Init': Value.flag(false)]))

        expect:
        World.with(declared).run(declared).isEmpty()
    }

    def "sharing a namespace of a service names its container and comes after it"() {
        given:
        def shop = project(service('web', image: '/web', attributes: ['HostConfig.PidMode': Value.text('service:app')]),
            service('app', image: '/app'))

        when:
        def lines = PlanText.of(new World().run(shop), false).readLines()

        then:
        wanted(shop, 'shop.web', 'HostConfig.PidMode') == '"container:shop.app"'
        lines.findIndexOf { it.contains('instance:app StartContainer') } < lines.findIndexOf { it.contains('instance:web CreateContainer') }
        World.with(shop).run(shop).isEmpty()
    }

    def "namespaces of each other are a circle"() {
        expect:
        ProjectValidator.check(project(service('a', image: '/a', attributes: ['HostConfig.PidMode': Value.text('service:b')]),
            service('b', image: '/b', links: ['a'])), Origins.NONE)*.summary() == ['services wait for each other in a circle: a -> b -> a']
    }

    def "a legacy link gives the container's name and an alias, and its dependents are made anew with the target"() {
        given:
        def shop = { String image -> project(bridged('db', image, []), bridged('web', '/web', [new Link(Selector.parse('db'), Optional.of('sql'), true)])) }
        def world = World.with(shop('/db'))

        expect:
        wanted(shop('/db'), 'shop.web', 'HostConfig.Links') == '["shop.db:sql"]'
        world.run(shop('/db')).isEmpty()

        when:
        def lines = PlanText.of(world.run(shop('/db:2')), false).readLines()

        then:
        lines.any { it.contains('instance:web CreateContainer, db replaced') }

        and: 'after the target has its name'
        lines.findIndexOf { it.contains('instance:db RenameContainer') } < lines.findIndexOf { it.contains('instance:web CreateContainer') }
    }

    def "without an alias a legacy link has the name of the target without the project"() {
        expect:
        wanted(project(bridged('db', '/db', []), bridged('web', '/web', [new Link(Selector.parse('db'), Optional.empty(), true)])),
            'shop.web', 'HostConfig.Links') == '["shop.db:db"]'
    }

    def "links of an endpoint hold in its network alone, and come first"() {
        given:
        def back = new io.dockerops.engine.model.NetworkId('default')
        def endpoint = new Endpoint(back, [], [new Link(Selector.parse('db'), Optional.of('sql'))], Optional.empty(),
            Optional.empty(), ['169.254.1.1'], Optional.of('02:42:0a:07:00:05'))
        def shop = project(joined('web', endpoint), service('db', image: '/db'))
        def lines = PlanText.of(new World().run(shop), false).readLines()

        expect:
        wanted(shop, 'shop.web', 'Networks[shop.default].Links') == '["db:sql"]'
        wanted(shop, 'shop.web', 'Networks[shop.default].MacAddress') == '"02:42:0a:07:00:05"'
        wanted(shop, 'shop.web', 'Networks[shop.default].IPAMConfig.LinkLocalIPs') == '["169.254.1.1"]'
        lines.findIndexOf { it.contains('instance:db StartContainer') } < lines.findIndexOf { it.contains('instance:web StartContainer') }
    }

    def "a port is published at the address that the host gives the name to"() {
        given:
        def hosts = [a: '10.0.0.1', b: '10.0.0.2'].collect { name, address ->
            new Host(new HostId(name), new HostAddress.Local(), new TreeMap(private: address)) }
        def empty = Settings.EMPTY
        def port = new Port.Published(new Port(80, Port.Protocol.TCP), Optional.of(8080), Optional.of('private'))
        def web = with(new Networking(Optional.empty(), [], [port], []), [], service('web', image: '/web', on: ['a', 'b']))
        def shop = project(web, hosts: hosts)

        expect:
        wanted(shop, 'shop.web.a', 'HostConfig.PortBindings.80/tcp') == '["10.0.0.1:8080"]'
        wanted(shop, 'shop.web.b', 'HostConfig.PortBindings.80/tcp') == '["10.0.0.2:8080"]'
    }

    private static Service bridged(String name, String image, List<Link> links) {
        with(new Networking(Optional.of(new NetworkMode.Bridge()), [], [], []), links, service(name, image: image))
    }

    private static Service joined(String name, Endpoint endpoint) {
        with(new Networking(Optional.empty(), [endpoint], [], []), [], service(name, image: "/$name".toString()))
    }

    private static Service with(Networking networking, List<Link> links, Service service) {
        def own = service.settings()
        new Service(service.id(), new Settings(own.hosts(), own.image(), own.process(), own.environment(), own.mounts(), links,
            networking, own.limits(), own.health(), own.lifecycle(), own.labels(), own.attributes(), own.options()), [:])
    }

    private static String wanted(Project project, String container, String field) {
        new World().run(project).graph().actions()*.action()
            .find { it instanceof Action.CreateContainer && it.name() == container }
            .specification().get(FieldPath.parse(field)).map { it.toString() }.orElse('')
    }
}
