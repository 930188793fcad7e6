package io.dockerops.engine.execute

import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.fake.FakeHealth
import io.dockerops.engine.fake.FakeProgram
import io.dockerops.engine.port.ContainerFailed
import io.dockerops.engine.port.ContainerStatus.Health
import io.dockerops.engine.port.TimedOut
import java.time.Duration

/** Waiting for what happens to containers. */
class WaitingSpec extends RunSpecification {

    private static final Map RESTARTING = ['HostConfig.RestartPolicy.Name': 'always']

    def "what depends on a healthy container begins when it is healthy, and not before"() {
        given:
        engine.processes().health('shop.db', FakeHealth.NEVER)
        plan.create('web', plan.healthy('db', plan.up(HEALTH, 'db')))

        when:
        def run = runInBackground()
        conditions.eventually { assert targets(Kind.INSPECT).size() == 1 && !engine.calls().running() }

        then:
        !changes().contains('create container shop.web')

        when:
        engine.check('shop.db', Health.HEALTHY, '')

        then:
        run.get().succeeded()
        changes().last() == 'create container shop.web'
    }

    def "a container that was healthy before the wait began is not waited for"() {
        given:
        running(HEALTH, 'db')
        plan.healthy('db')

        expect:
        run().succeeded()
    }

    def "waiting asks the engine once, and then listens"() {
        given:
        engine.processes().health('shop.db', FakeHealth.NEVER)
        plan.healthy('db', plan.up(HEALTH, 'db'))

        when:
        def run = runInBackground()
        conditions.eventually { assert engine.calls().of(Kind.INSPECT).size() == 1 && !engine.calls().running() }
        engine.check('shop.db', Health.HEALTHY, '')
        run.get()

        then:
        engine.calls().of(Kind.INSPECT).size() == 1
        engine.calls().of(Kind.EVENTS).size() == 1
    }

    def "one stream of events per host serves all waits, opened before the first start"() {
        given:
        5.times { plan.healthy("s$it", plan.up(HEALTH, "s$it")) }

        when:
        run()

        then:
        engine.calls().of(Kind.EVENTS).size() == 1
        engine.calls().of(Kind.EVENTS)[0].number() < engine.calls().of(Kind.START)*.number().min()
    }

    def "a plan that waits for nothing opens no stream"() {
        given:
        plan.startOnce('a', plan.create('a'))

        when:
        run()

        then:
        engine.calls().of(Kind.EVENTS) == []
    }

    def "a container that becomes unhealthy fails the wait at once, with what its check says"() {
        given:
        engine.processes().health('shop.db', FakeHealth.unhealthy('no such\ndatabase'))
        plan.create('web', plan.healthy('db', plan.up(HEALTH, 'db')))

        when:
        def report = run()

        then:
        outcomes(report) == [
            'CreateContainer db': 'done', 'StartContainer db': 'done', 'AwaitHealthy db': 'failed: db became unhealthy',
            'CreateContainer web': 'skipped because of AwaitHealthy db']
        failure(report, 'AwaitHealthy db').log() == ['no such', 'database']
    }

    def "a container that was unhealthy before the run may recover in its time"() {
        given:
        engine.processes().health('shop.db', FakeHealth.unhealthy('no'))
        running(HEALTH, 'db')
        plan.healthy('db')

        when:
        def run = runInBackground()
        conditions.eventually { assert engine.calls().of(Kind.INSPECT).size() == 1 && !engine.calls().running() }
        engine.check('shop.db', Health.HEALTHY, '')

        then:
        run.get().succeeded()
    }

    def "a container that ends before it is healthy fails the wait at once, with exit code and log"() {
        given:
        engine.processes().run('shop.db', FakeProgram.exits(3).prints('starting').printsError('no space'))
        plan.healthy('db', plan.up(HEALTH, 'db'))

        when:
        def report = run()

        then:
        outcomes(report)['AwaitHealthy db'] == 'failed: db ended before it was healthy, with exit code 3'
        outcomes(report)['StartContainer db'] == 'done'
        failure(report, 'AwaitHealthy db').log() == ['starting', 'no space']
        (failure(report, 'AwaitHealthy db').cause() as ContainerFailed).exitCode().getAsInt() == 3
    }

    def "a container that ends during the wait fails it"() {
        given:
        engine.processes().health('shop.db', FakeHealth.NEVER)
        plan.healthy('db', plan.up(HEALTH, 'db'))

        when:
        def run = runInBackground()
        conditions.eventually { assert engine.calls().of(Kind.INSPECT).size() == 1 && !engine.calls().running() }
        engine.end('shop.db', 4)

        then:
        outcomes(run.get())['AwaitHealthy db'] == 'failed: db ended before it was healthy, with exit code 4'
    }

    def "a container that its restart policy brings back is waited for further"() {
        given:
        engine.processes().health('shop.db', FakeHealth.NEVER)
        engine.processes().runNext('shop.db', FakeProgram.exits(1))
        plan.healthy('db', plan.up(HEALTH + RESTARTING, 'db'))

        when:
        def run = runInBackground()
        conditions.eventually { assert engine.calls().of(Kind.INSPECT).size() >= 1 && !engine.calls().running() }
        engine.check('shop.db', Health.HEALTHY, '')

        then:
        run.get().succeeded()
    }

    def "a container that does not become healthy in its time fails the wait, with its log"() {
        given:
        engine.processes().health('shop.db', FakeHealth.NEVER)
        engine.processes().run('shop.db', FakeProgram.RUNS.prints('still loading'))
        plan.healthy('db', Duration.ofMillis(30), plan.up(HEALTH, 'db'))

        when:
        def report = run()

        then:
        outcomes(report)['AwaitHealthy db'] == 'failed: db did not become healthy within 0.03 s'
        failure(report, 'AwaitHealthy db').cause() instanceof TimedOut
        failure(report, 'AwaitHealthy db').log() == ['still loading']
        failure(report, 'AwaitHealthy db').hint().get().contains('within')
    }

    def "a container without a health check cannot be waited for"() {
        given:
        plan.healthy('db', plan.up('db'))

        expect:
        outcomes(run())['AwaitHealthy db'] == 'failed: db has no health check'
    }

    def "a wait for the end is over when the process ends with exit code 0"() {
        given:
        engine.processes().exits('shop.job', 0)
        plan.create('web', plan.exit('job', plan.startOnce('job', plan.create('job'))))

        expect:
        run().succeeded()
    }

    def "a wait for the end goes on while the process does"() {
        given:
        plan.exit('job', plan.startOnce('job', plan.create('job')))

        when:
        def run = runInBackground()
        conditions.eventually { assert engine.calls().of(Kind.INSPECT).size() == 1 && !engine.calls().running() }

        then:
        !run.done

        when:
        engine.end('shop.job', 0)

        then:
        run.get().succeeded()
    }

    def "the event of a good end ends the wait for what this run has started, without a question"() {
        given:
        engine.processes().exits('shop.job', 0)
        plan.create('web', plan.exit('job', plan.startOnce('job', plan.create('job'))))

        expect:
        run().succeeded()
        engine.calls().of(Kind.INSPECT) == []
    }

    def "a good end of what was started before is asked for, since its restart policy may bring it back"() {
        given:
        engine.processes().runNext('shop.job', FakeProgram.RUNS)
        running(RESTARTING, 'job')
        plan.exit('job')

        when:
        def run = runInBackground()
        conditions.eventually { assert engine.calls().of(Kind.INSPECT).size() == 1 && !engine.calls().running() }
        engine.end('shop.job', 0)
        conditions.eventually { assert engine.calls().of(Kind.INSPECT).size() == 2 && !engine.calls().running() }

        then:
        !run.done

        cleanup:
        cancellation.request()
        run.get()
    }

    def "a failed process that its restart policy brings back is waited for until it ends well"() {
        given:
        engine.processes().runNext('shop.job', FakeProgram.exits(1))
        plan.exit('job', plan.startOnce('job', plan.create(['HostConfig.RestartPolicy.Name': 'on-failure'], 'job')))

        when:
        def run = runInBackground()
        conditions.eventually { assert engine.calls().of(Kind.START).size() == 1 && !engine.calls().running() }

        then:
        !run.done

        when:
        engine.end('shop.job', 0)

        then:
        run.get().succeeded()
    }

    def "another exit code fails the wait for the end, with the log"() {
        given:
        engine.processes().run('shop.job', FakeProgram.exits(2).printsError('bad input'))
        plan.exit('job', plan.startOnce('job', plan.create('job')))

        when:
        def report = run()

        then:
        outcomes(report)['AwaitExit job'] == 'failed: job ended with exit code 2'
        failure(report, 'AwaitExit job').log() == ['bad input']
    }

    def "a container is steady when it has been up for the time asked for"() {
        given:
        def time = Duration.ofMillis(20)
        plan.steady('web', time, plan.up('web'))

        when:
        def report = run()

        then:
        report.succeeded()
        report.duration() >= time
    }

    def "a container that ends before it is steady fails the wait"() {
        given:
        engine.processes().exits('shop.web', 1)
        plan.steady('web', Duration.ofSeconds(60), plan.up('web'))

        expect:
        outcomes(run())['AwaitSteady web'] == 'failed: web ended soon, with exit code 1'
    }

    def "what is heard of another container of the same name does not count"() {
        given:
        running(HEALTH, 'db')
        engine.processes().health('shop.db', FakeHealth.NEVER)
        def gone = plan.remove('db', plan.stop('db'))
        plan.healthy('db', Duration.ofMillis(50), plan.up(HEALTH, 'db', gone))

        expect:
        outcomes(run())['AwaitHealthy db'].startsWith('failed: db did not become healthy')
    }

    def "a lost stream is opened again, and what happened between is found out"() {
        given:
        engine.processes().health('shop.db', FakeHealth.NEVER)
        plan.healthy('db', plan.up(HEALTH, 'db'))

        when:
        def run = runInBackground()
        conditions.eventually { assert engine.calls().of(Kind.INSPECT).size() == 1 && !engine.calls().running() }
        engine.faults().die()
        engine.check('shop.db', Health.HEALTHY, '')
        engine.faults().revive()

        then:
        run.get().succeeded()
    }

    def "a stream that cannot be opened again fails the waits, since nothing more will be heard"() {
        given:
        engine.processes().health('shop.db', FakeHealth.NEVER)
        plan.healthy('db', plan.up(HEALTH, 'db'))

        when:
        def run = runInBackground()
        conditions.eventually { assert engine.calls().of(Kind.INSPECT).size() == 1 && !engine.calls().running() }
        engine.faults().die()

        then:
        outcomes(run.get())['AwaitHealthy db'] == 'failed: lost the Docker engine at fake://'
        run.get().hostUnreachable()
    }

    def "waits hold no threads"() {
        given:
        engine.processes().health('shop.s', FakeHealth.NEVER)
        20.times {
            engine.processes().health("shop.s$it", FakeHealth.NEVER)
            plan.healthy("s$it", plan.up(HEALTH, "s$it"))
        }

        when:
        def run = runInBackground()

        then:
        conditions.eventually {
            assert engine.calls().of(Kind.INSPECT).size() == 20 && !engine.calls().running()
            assert busyThreads() == 0
        }
        !run.done

        when:
        20.times { engine.check("shop.s$it", Health.HEALTHY, '') }

        then:
        run.get().succeeded()
    }

    private static int busyThreads() {
        Thread.allStackTraces.count { thread, stack ->
            thread.name.startsWith('dockerops-run-') && !stack.any { it.methodName == 'getTask' }
        }
    }
}
