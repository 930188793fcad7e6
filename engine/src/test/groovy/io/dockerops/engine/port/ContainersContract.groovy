package io.dockerops.engine.port

import io.dockerops.engine.model.Image
import java.time.Instant

/** What an engine owes callers about containers: lists, details, creation. */
abstract class ContainersContract extends ContainerEngineContract {

    def "a list has the containers with all of the labels and no others"() {
        given:
        create('one', 'Labels.colour': 'red', 'Labels.size': 'big')
        create('two', 'Labels.colour': 'red')

        expect:
        engine.containers(labels(colour: 'red'))*.name() as Set == [name('one'), name('two')] as Set
        engine.containers(labels(colour: 'red', size: 'big'))*.name() == [name('one')]
        engine.containers(labels(colour: 'r')) == []
    }

    def "a list without labels has all containers, whatever they do"() {
        given:
        create('created')
        start('running')

        expect:
        engine.containers(new TreeMap<>())*.name().containsAll([name('created'), name('running')])
    }

    def "a list tells id, image, state and labels"() {
        given:
        def id = start('one')

        expect:
        with(engine.containers(labels()).find { it.name() == name('one') }) {
            it.id() == id
            it.image() == this.image.toString()
            it.imageId() == imageDetails(this.image).id()
            it.state() == ContainerStatus.State.RUNNING
            it.labels()[LABEL] == run
            !it.statusText().empty
        }
    }

    def "a list tells the published ports of running containers"() {
        given:
        start('one', 'ExposedPorts.80/tcp': true, 'HostConfig.PortBindings.80/tcp': ['127.0.0.1:'])

        when:
        def ports = engine.containers(labels())*.publishedPorts()

        then:
        ports.size() == 1
        ports[0].size() == 1
        ports[0][0] ==~ /127\.0\.0\.1:\d+->80\/tcp/
    }

    def "a container is found by name and by id"() {
        given:
        def id = create('one')

        expect:
        engine.inspect(name('one')).get().id() == id
        engine.inspect(id).get().name() == name('one')
    }

    def "what does not exist has no details"() {
        expect:
        engine.inspect(name('nobody')).empty
    }

    def "a container that was never started says so"() {
        given:
        create('one')

        expect:
        engine.inspect(name('one')).get().status() == ContainerStatus.CREATED
    }

    def "a running container has the time of its start"() {
        given:
        def before = Instant.now().minusSeconds(5)
        start('one')

        expect:
        with(engine.inspect(name('one')).get().status()) {
            state() == ContainerStatus.State.RUNNING
            everStarted()
            health().empty
            Instant.parse(startedAt().get()).isAfter(before)
        }
    }

    def "a container that has ended has its exit code"() {
        given:
        create('one', Program.ending(3))
        engine.start(name('one'))

        expect:
        conditions.eventually {
            def status = engine.inspect(name('one')).get().status()
            assert status.state() == ContainerStatus.State.EXITED
            assert status.exitCode() == 3
            assert status.everStarted()
        }
    }

    def "a container has an address in each of its networks while it runs"() {
        given:
        network('net')
        start('one', "Networks.${name('net')}.Aliases": ['web'])

        expect:
        engine.inspect(name('one')).get().addresses().keySet() == [name('net')] as Set
        engine.inspect(name('one')).get().addresses()[name('net')] ==~ /\d+\.\d+\.\d+\.\d+/
    }

    def "a container has the labels that were asked for"() {
        given:
        create('one', 'Labels[com.example.a.b]': 'c d')

        expect:
        engine.inspect(name('one')).get().labels()['com.example.a.b'] == 'c d'
    }

    def "a container can be in several networks from its start"() {
        given:
        network('a')
        network('b')
        create('one', "Networks.${name('a')}.Aliases": ['x'], "Networks.${name('b')}.Aliases": ['y', 'z'])

        when:
        engine.start(name('one'))

        then:
        with(engine.inspect(name('one')).get()) {
            live().has(path("Networks.${name('a')}.Aliases"), texts('x'))
            live().has(path("Networks.${name('b')}.Aliases"), texts('y', 'z'))
            addresses().keySet() == [name('a'), name('b')] as Set
        }
    }

    def "a container that cannot join all of its networks is not made"() {
        given:
        network('a')

        when:
        create('one', "Networks.${name('a')}.Aliases": [], "Networks.${name('missing')}.Aliases": [])
        engine.start(name('one'))

        then:
        thrown(EngineRefused)

        cleanup:
        engine.inspect(name('one')).ifPresent { engine.remove(it.id(), true) }
    }

    def "a container's name belongs to one container"() {
        given:
        def id = create('one')

        when:
        create('one')

        then:
        def refused = thrown(EngineRefused)
        refused.conflict()
        refused.engineMessage().contains(name('one'))
        engine.inspect(name('one')).get().id() == id
    }

    def "a container of an image that is not there is refused"() {
        when:
        engine.createContainer(name('one'), wanted('Image': "$run/missing:1"))

        then:
        def refused = thrown(EngineRefused)
        refused.notFound()
        refused.engineMessage().contains("$run/missing:1")
        engine.inspect(name('one')).empty
    }
}
