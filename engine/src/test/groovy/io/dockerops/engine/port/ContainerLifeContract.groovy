package io.dockerops.engine.port

import io.dockerops.engine.model.ExecCommand
import java.time.Duration

/** What an engine owes callers about the life of containers. */
abstract class ContainerLifeContract extends ContainerEngineContract {

    private static final long MB = 1024 * 1024

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
