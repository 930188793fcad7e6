package io.dockerops.engine.execute

import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.fake.FakeHealth
import io.dockerops.engine.model.SecretId
import io.dockerops.engine.model.Value
import java.time.Duration
import java.util.concurrent.CountDownLatch

/** What a run leaves behind: nothing. */
class ThreadsSpec extends RunSpecification {

    private static Collection<Thread> threads() {
        Thread.allStackTraces.keySet().findAll { it.name.startsWith('dockerops-run-') && it.alive }
    }

    def "a run leaves no threads and no stream: #end"() {
        given:
        10.times { plan.healthy("s$it", Duration.ofMillis(50), plan.up(HEALTH, "s$it")) }
        engine.processes().health('shop.s3', FakeHealth.NEVER)
        def gate = engine.faults().on(Kind.START, 'shop.s5').block()

        when:
        def run = runInBackground()
        gate.awaitArrival()
        requests.times { cancellation.request() }
        if (requests < 2) {
            gate.open()
        }
        run.get()

        then:
        conditions.eventually { assert threads().empty }
        listeners() == 0

        where:
        end                  | requests
        'to its end'         | 0
        'first request'      | 1
        'second request'     | 2
    }

    private int listeners() {
        engine.@world.events.@subscriptions.size()
    }

    def "a call that takes no notice of an interrupt does not keep a broken off run from ending"() {
        given:
        def free = new CountDownLatch(1)
        store = { id ->
            while (free.count > 0) {
                try {
                    free.await()
                } catch (InterruptedException ignored) {
                    // as code does that takes no notice
                }
            }
            Optional.of('late')
        }
        plan.create(['Env.X': new Value.Secret(new SecretId('x'))], 'a')

        when:
        def run = runInBackground()
        conditions.eventually { assert threads().size() >= 1 && events.size() == 2 }
        cancellation.requestAtOnce()
        def report = run.get()

        then:
        outcomes(report) == ['CreateContainer a': 'cancelled']

        cleanup:
        free.countDown()
    }
}
