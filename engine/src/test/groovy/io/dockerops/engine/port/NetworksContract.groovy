package io.dockerops.engine.port

import io.dockerops.engine.model.Specification as Wanted

/** What an engine owes callers about networks. */
abstract class NetworksContract extends ContainerEngineContract {

    def "what is asked of a network is live"() {
        given:
        def asked = wanted(
            'Driver': 'bridge', 'Internal': true, 'Labels.colour': 'red', 'IPAM.Config[10.253.18.0/24].Subnet': '10.253.18.0/24',
            'IPAM.Config[10.253.18.0/24].Gateway': '10.253.18.9', 'Options[com.docker.network.bridge.enable_icc]': 'false')

        when:
        engine.createNetwork(name('net'), asked)

        then:
        def details = engine.networks().find { it.name() == name('net') }
        details.labels()['colour'] == 'red'
        asked.fields().findAll { path, wanted -> !details.live().has(path, wanted) } == [:]
    }

    def "a network's name belongs to one network"() {
        given:
        network('net')

        when:
        network('net')

        then:
        def refused = thrown(EngineRefused)
        refused.conflict()
        refused.engineMessage().contains(name('net'))
        engine.networks().count { it.name() == name('net') } == 1
    }

    def "of many who make the same network at once, one does"() {
        when:
        def results = together(8) {
            try {
                network('net')
                'made'
            } catch (EngineRefused e) {
                e.conflict() ? 'refused' : e.message
            }
        }

        then:
        results.countBy { it } == [made: 1, refused: 7]
        engine.networks().count { it.name() == name('net') } == 1
    }

    def "a removed network is gone"() {
        given:
        network('net')

        when:
        engine.removeNetwork(name('net'))

        then:
        !engine.networks().any { it.name() == name('net') }
    }

    def "a network with an endpoint is not removed"() {
        given:
        network('net')
        start('one', "Networks.${name('net')}.Aliases": [])

        when:
        engine.removeNetwork(name('net'))

        then:
        thrown(EngineRefused)
        engine.networks().any { it.name() == name('net') }
    }

    def "a network that is not there is not removed"() {
        when:
        engine.removeNetwork(name('missing'))

        then:
        def refused = thrown(EngineRefused)
        refused.notFound()
    }

    def "a container that joins a network is in it under its aliases"() {
        given:
        network('net')
        start('one')

        when:
        engine.connect(name('net'), name('one'), wanted('Aliases': ['web']))

        then:
        with(engine.inspect(name('one')).get()) {
            live().has(path("Networks.${name('net')}.Aliases"), texts('web'))
            addresses().containsKey(name('net'))
        }
    }

    def "a container that leaves a network is not in it any more"() {
        given:
        network('net')
        start('one', "Networks.${name('net')}.Aliases": ['web'])

        when:
        engine.disconnect(name('net'), name('one'))

        then:
        engine.inspect(name('one')).get().live().below(path("Networks.${name('net')}")).fields().isEmpty()
    }

    def "a container joins a network once"() {
        given:
        network('net')
        start('one', "Networks.${name('net')}.Aliases": [])

        when:
        engine.connect(name('net'), name('one'), Wanted.EMPTY)

        then:
        thrown(EngineRefused)
    }

    def "a container cannot join a network that is not there"() {
        given:
        create('one')

        when:
        engine.connect(name('missing'), name('one'), Wanted.EMPTY)

        then:
        def refused = thrown(EngineRefused)
        refused.notFound()
        refused.engineMessage().contains(name('missing'))
    }

    def "a container cannot leave a network that it is not in"() {
        given:
        network('net')
        start('one')

        when:
        engine.disconnect(name('net'), name('one'))

        then:
        thrown(EngineRefused)
    }
}
