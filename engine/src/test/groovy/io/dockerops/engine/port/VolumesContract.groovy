package io.dockerops.engine.port

/** What an engine owes callers about volumes. */
abstract class VolumesContract extends ContainerEngineContract {

    def "what is asked of a volume is live"() {
        given:
        def asked = wanted('Driver': 'local', 'DriverOpts.type': 'tmpfs', 'DriverOpts.device': 'tmpfs', 'Labels.colour': 'red')

        when:
        engine.createVolume(name('data'), asked)

        then:
        def details = engine.volumes().find { it.name() == name('data') }
        details.labels()['colour'] == 'red'
        asked.fields().findAll { path, wanted -> !details.live().has(path, wanted) } == [:]
    }

    def "a volume's name belongs to one volume"() {
        given:
        volume('data')

        when:
        engine.createVolume(name('data'), wanted('Labels.colour': 'blue'))

        then:
        def refused = thrown(EngineRefused)
        refused.conflict()
        refused.engineMessage().contains(name('data'))
    }

    def "unnamed volumes are not listed"() {
        given:
        def before = engine.volumes()*.name() as Set

        when:
        start('one', 'Volumes./unnamed': true)

        then:
        (engine.volumes()*.name() as Set).findAll { it.startsWith(run) || it.length() == 64 } - before == [] as Set
    }

    def "a removed volume is gone"() {
        given:
        volume('data')

        when:
        engine.removeVolume(name('data'))

        then:
        !engine.volumes().any { it.name() == name('data') }
    }

    def "a volume that a container uses is not removed"() {
        given:
        volume('data')
        create('one', 'HostConfig.Binds./data': "${name('data')}:rw")

        when:
        engine.removeVolume(name('data'))

        then:
        def refused = thrown(EngineRefused)
        refused.conflict()
    }

    def "a volume that is not there is not removed"() {
        when:
        engine.removeVolume(name('missing'))

        then:
        def refused = thrown(EngineRefused)
        refused.notFound()
    }
}
