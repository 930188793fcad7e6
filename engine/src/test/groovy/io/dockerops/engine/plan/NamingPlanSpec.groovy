package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.mount
import static io.dockerops.engine.plan.Declared.named
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Mount
import io.dockerops.engine.model.NamePattern.Kind
import io.dockerops.engine.model.NamingScheme
import io.dockerops.engine.model.Network
import io.dockerops.engine.model.NetworkId
import io.dockerops.engine.model.Options
import io.dockerops.engine.model.Project
import io.dockerops.engine.model.Value
import io.dockerops.engine.plan.PlanRequest.Command
import spock.lang.Specification

/** What becomes of containers, networks and volumes when a project names them otherwise. */
class NamingPlanSpec extends Specification {

    private static final Network BACK = new Network(new NetworkId('back'), 'bridge', new TreeMap(), false,
        [new Network.Subnet('10.7.0.0/24', Optional.empty(), Optional.empty())], false, false, new TreeMap())

    private static NamingScheme separated(String text) {
        def patterns = [Kind.CONTAINER, Kind.NETWORK, Kind.VOLUME].collect { Optional.of(it.joined(text)) }
        new NamingScheme(patterns[0], patterns[1], patterns[2], Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty())
    }

    private static NamingScheme hosts(Boolean set, String domain) {
        new NamingScheme(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.ofNullable(set),
            Optional.ofNullable(domain), Optional.empty())
    }

    private static Project shop(NamingScheme scheme, Map more = [:]) {
        Declared.project(scheme: scheme, networks: [BACK], volumes: [named('data', '/data')],
            service([image: '/app', networks: ['back'], mounts: [mount('data', Mount.Role.ATTACHED)]] + more, 'db'),
            service('web', image: '/app', networks: ['back'], links: ['db'], instances: [one: [:], two: [:]]))
    }

    private static List<String> lines(Plan plan) {
        PlanText.of(plan, false).readLines()
    }

    def "everything is made under the names of the scheme, and known again"() {
        given:
        def world = World.with(shop(separated('-')))

        expect:
        world.containers.keySet() as List == ['shop-db', 'shop-web-one', 'shop-web-two']
        world.networks.keySet() as List == ['shop-back']
        world.volumes.keySet() as List == ['shop-data']
        world.run(shop(separated('-'))).isEmpty()
    }

    def "a network under another name goes before the one in its place comes, since both want the same addresses"() {
        given:
        def world = World.with(shop(NamingScheme.PLAIN))
        def renamed = shop(separated('-'))

        when:
        def plan = world.run(renamed)
        def remove = lines(plan).find { it.contains('network:back RemoveNetwork') }
        def create = lines(plan).find { it.contains('network:back CreateNetwork') }

        then:
        create.startsWith('[' + (remove =~ /#(\d+)/)[0][1] + ']')

        when:
        world.apply(plan)

        then:
        world.containers.keySet() as List == ['shop-db', 'shop-web-one', 'shop-web-two']
        world.networks.keySet() as List == ['shop-back']
        world.run(renamed).isEmpty()
    }

    def "a container that only gets another name is renamed and rejoined, not replaced"() {
        given:
        def world = World.with(shop(NamingScheme.PLAIN))

        expect:
        lines(world.run(shop(separated('-')))).findAll { it.contains('instance:web.one') }
            .collect { (it =~ /web\.one (\w+)/)[0][1] } == ['DisconnectNetwork', 'ConnectNetwork', 'RenameContainer']
    }

    def "the data of a volume that is named otherwise stays, and that is said"() {
        given:
        def world = World.with(shop(NamingScheme.PLAIN))

        when:
        def plan = world.run(shop(separated('_')))

        then:
        plan.warnings()*.summary() == ['the volume `data` is called `shop_data` now, and is new and empty on host `local`; '
            + 'what it had is kept in `shop.data`']
        world.apply(plan).volumes.keySet() as List == ['shop.data', 'shop_data']
    }

    def "a project whose names have another scheme is cleaned to the last of it"() {
        given:
        def world = World.with(shop(separated('-')))

        when:
        world.apply(world.run(shop(separated('-')), PlanRequest.of(Command.CLEAN)
            .withOptions(Options.builder().removeVolumes(true).build())))

        then:
        [world.containers, world.networks, world.volumes]*.keySet()*.toList() == [[], [], []]
    }

    def "host names can be left to the engine, and a domain given to those that say none"() {
        when:
        def world = World.with(shop(hosts(false, 'example.org'), [attributes: [Domainname:
            Value.text('db.example.org')]]))

        then:
        world.containers.values()*.details()*.live()*.text('Hostname') == [Optional.empty()] * 3
        world.containers.values()*.details()*.live()*.text('Domainname')*.get() ==
            ['db.example.org', 'example.org', 'example.org']
        world.containers['shop.web.one'].details().live().get(FieldPath.of('Networks', 'shop.back', 'Aliases')).get()
            .toString().contains('web-one')
    }
}
