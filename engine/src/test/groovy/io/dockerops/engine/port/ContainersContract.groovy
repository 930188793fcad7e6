package io.dockerops.engine.port

import io.dockerops.engine.model.ExecCommand
import io.dockerops.engine.model.Image
import java.time.Duration
import java.time.Instant

/** What an engine owes callers about containers: lists, details, creation, their life. */
abstract class ContainersContract extends ContainerEngineContract {

    private static final long MB = 1024 * 1024

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

    def "starting a container that runs changes nothing"() {
        given:
        start('one')
        def before = engine.inspect(name('one')).get().status()

        when:
        engine.start(name('one'))

        then:
        engine.inspect(name('one')).get().status() == before
    }

    def "a stopped container was told to end by its stop signal"() {
        given:
        start('one', Program.running(['up']))
        awaitLog('one', 'up')

        when:
        engine.stop(name('one'), Duration.ofSeconds(10))

        then:
        with(engine.inspect(name('one')).get().status()) {
            state() == ContainerStatus.State.EXITED
            exitCode() == 7
        }
    }

    def "stopping a container that does not run changes nothing"() {
        given:
        create('one')

        when:
        engine.stop(name('one'), Duration.ZERO)

        then:
        engine.inspect(name('one')).get().status() == ContainerStatus.CREATED
    }

    def "a signal reaches the main process"() {
        given:
        start('one')

        when:
        engine.kill(name('one'), 'SIGKILL')

        then:
        conditions.eventually {
            assert engine.inspect(name('one')).get().status().state() == ContainerStatus.State.EXITED
            assert engine.inspect(name('one')).get().status().exitCode() == 137
        }
    }

    def "a container that does not run takes no signal"() {
        given:
        create('one')

        when:
        engine.kill(name('one'), 'SIGHUP')

        then:
        def refused = thrown(EngineRefused)
        refused.conflict()
    }

    def "a removed container is gone, and its unnamed volumes with it"() {
        given:
        create('one', 'Volumes./unnamed': true)

        when:
        engine.remove(name('one'), false)

        then:
        engine.inspect(name('one')).empty
    }

    def "a running container is removed only when it may be killed"() {
        given:
        start('one')

        when:
        engine.remove(name('one'), false)

        then:
        def refused = thrown(EngineRefused)
        refused.conflict()

        when:
        engine.remove(name('one'), true)

        then:
        engine.inspect(name('one')).empty
    }

    def "a renamed container keeps its id"() {
        given:
        def id = start('one')

        when:
        engine.rename(name('one'), name('two'))

        then:
        engine.inspect(name('two')).get().id() == id
        engine.inspect(name('one')).empty
    }

    def "a container does not take another one's name"() {
        given:
        create('one')
        create('two')

        when:
        engine.rename(name('one'), name('two'))

        then:
        def refused = thrown(EngineRefused)
        refused.conflict()
    }

    def "limits and restart policy change while a container runs: #changes"() {
        given:
        start('one', 'HostConfig.Memory': 64 * MB, 'HostConfig.RestartPolicy.Name': 'always')
        def asked = wanted(changes)

        when:
        engine.update(name('one'), asked)

        then:
        def details = engine.inspect(name('one')).get()
        details.status().state() == ContainerStatus.State.RUNNING
        asked.fields().findAll { path, wanted -> !details.live().has(path, wanted) } == [:]

        where:
        changes << [
            ['HostConfig.Memory': 48 * MB],
            ['HostConfig.Memory': 128 * MB, 'HostConfig.MemorySwap': 256 * MB],
            ['HostConfig.NanoCpus': 250_000_000],
            ['HostConfig.CpuShares': 256],
            ['HostConfig.PidsLimit': 50],
            ['HostConfig.CpusetCpus': '0'],
            ['HostConfig.RestartPolicy.Name': 'no'],
            ['HostConfig.RestartPolicy.Name': 'on-failure', 'HostConfig.RestartPolicy.MaximumRetryCount': 3],
        ]
    }

    def "there is nothing to #call where there is no container"() {
        when:
        action.call(engine, name('nobody'))

        then:
        def refused = thrown(EngineRefused)
        refused.notFound()

        where:
        call        | action
        'start'     | { ContainerEngine on, String who -> on.start(who) }
        'stop'      | { ContainerEngine on, String who -> on.stop(who, Duration.ZERO) }
        'kill'      | { ContainerEngine on, String who -> on.kill(who, 'SIGHUP') }
        'remove'    | { ContainerEngine on, String who -> on.remove(who, true) }
        'rename'    | { ContainerEngine on, String who -> on.rename(who, who + '-other') }
        'update'    | { ContainerEngine on, String who -> on.update(who, wanted('HostConfig.CpuShares': 2)) }
        'run in'    | { ContainerEngine on, String who -> on.exec(who, new ExecCommand(['true'], Optional.empty(), false)) }
        'attach to' | { ContainerEngine on, String who -> on.attach(who, session(['true']), { }) }
        'log'       | { ContainerEngine on, String who -> on.logs(who, LogRequest.last(1), { line, error -> }) }
    }
}
