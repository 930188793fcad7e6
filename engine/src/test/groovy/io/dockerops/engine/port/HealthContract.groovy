package io.dockerops.engine.port

import java.util.concurrent.ConcurrentLinkedQueue

/** What an engine owes callers about the health of containers. */
abstract class HealthContract extends ContainerEngineContract {

    private static final Map CHECK = ['Healthcheck.Interval': 50_000_000, 'Healthcheck.Retries': 1]

    /** Tells an engine that runs no processes what the checks of a container say. */
    void teachHealth(String container, boolean healthy, String output) {
    }

    def "a container whose check passes becomes healthy, and whoever listens hears of it"() {
        given:
        teachHealth(name('one'), true, 'fine')
        create(CHECK + ['Healthcheck.Test': ['CMD-SHELL', 'echo fine']], 'one')
        def heard = new ConcurrentLinkedQueue<ContainerEvent>()
        def listening = engine.events(labels(), listener(heard))

        when:
        engine.start(name('one'))

        then:
        conditions.eventually { assert heard*.action().contains('health_status: healthy') }
        engine.inspect(name('one')).get().status().health().get() == ContainerStatus.Health.HEALTHY

        cleanup:
        listening?.close()
    }

    def "a container whose check fails becomes unhealthy, and what the check said can be read"() {
        given:
        teachHealth(name('one'), false, 'broken')
        create(CHECK + ['Healthcheck.Test': ['CMD-SHELL', 'echo broken; exit 1']], 'one')

        when:
        engine.start(name('one'))

        then:
        conditions.eventually {
            assert engine.inspect(name('one')).get().status().health().get() == ContainerStatus.Health.UNHEALTHY
        }
        with(engine.lastHealthCheck(name('one')).get()) {
            exitCode() == 1
            output().strip() == 'broken'
        }
    }

    def "a container without a check has neither health nor a last check"() {
        given:
        start('one')

        expect:
        engine.inspect(name('one')).get().status().health().empty
        engine.lastHealthCheck(name('one')).empty
    }

    def "what does not exist has no last check"() {
        expect:
        engine.lastHealthCheck(name('nobody')).empty
    }
}
