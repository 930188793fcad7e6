package io.dockerops.engine

import static io.dockerops.engine.plan.Declared.mount
import static io.dockerops.engine.plan.Declared.named
import static io.dockerops.engine.plan.Declared.network
import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.execute.Cancellation
import io.dockerops.engine.execute.ExecutorSettings
import io.dockerops.engine.execute.RunEvent
import io.dockerops.engine.execute.RunListener
import io.dockerops.engine.execute.RunReport
import io.dockerops.engine.fake.FakeEngine
import io.dockerops.engine.fake.FakeHosts
import io.dockerops.engine.fake.FakeProgram
import io.dockerops.engine.model.Origins
import io.dockerops.engine.model.Project
import io.dockerops.engine.plan.Plan
import io.dockerops.engine.plan.PlanRequest
import io.dockerops.engine.plan.PlanText
import io.dockerops.engine.port.ImageSources
import java.time.Duration
import spock.lang.Specification

/** Whatever happens in between, running a project again ends in what the project says. */
class ConvergenceSpec extends Specification {

    private static final ExecutorSettings QUICK =
        ExecutorSettings.DEFAULTS.withSettle(Duration.ZERO).withRetry(2, Duration.ofMillis(1)).withLimits(1, 1)

    FakeHosts hosts = new FakeHosts()

    private FakeEngine fresh() {
        hosts = new FakeHosts()
        ['postgres:17', 'app:1', 'app:2', 'nginx:latest'].each { hosts.local().registry().offer(it) }
        hosts.local().processes().runCommand(['migrate'], FakeProgram.exits(0))
        hosts.local()
    }

    private static Project shop(String app = 'app:1') {
        project(
            networks: [network('back')], volumes: [named('pgdata', '/data')],
            service('db', image: 'postgres:17', networks: ['back'], mounts: [mount('pgdata')], healthy: 'pg_isready'),
            service('migrate', image: app, command: ['migrate'], oneShot: true, networks: ['back'], links: ['db']),
            service('app', image: app, networks: ['back'], links: ['db', 'migrate'], env: [MODE: 'live'], healthy: 'true',
                instances: [one: [:], two: [publish: [80: 8080]]]),
            service('web', image: 'nginx', links: ['app'], networks: ['back'], publish: [80: 80],
                healthy: 'true'))
    }

    private <T> T using(Closure<T> use) {
        try (def engine = new Engine(hosts, Stub(ImageSources), { Optional.empty() }, QUICK)) {
            use.call(engine)
        }
    }

    private Plan plan(Project project, PlanRequest.Command command = PlanRequest.Command.RUN) {
        using { Engine it -> it.plan(project, Origins.NONE, it.observe(project), PlanRequest.of(command)) }
    }

    private RunReport run(Project project, PlanRequest.Command command = PlanRequest.Command.RUN) {
        def made = plan(project, command)
        using { Engine it -> it.execute(made, RunListener.SILENT, new Cancellation()) }
    }

    /** What runs, by name and image. */
    private Map<String, String> world() {
        hosts.local().containers(new TreeMap<>()).collectEntries { [it.name(), "${it.image()} ${it.state()}".toString()] }
            .sort()
    }

    private static Map<String, String> wanted(String app) {
        ['shop.app.one': "$app running".toString(), 'shop.app.two': "$app running".toString(),
         'shop.db': 'postgres:17 running', 'shop.migrate': "$app exited".toString(), 'shop.web': 'nginx:latest running']
    }

    def "a project that has run has nothing to do"() {
        given:
        fresh()

        when:
        def report = run(shop())

        then:
        report.succeeded()
        world() == wanted('app:1')
        PlanText.of(plan(shop()), true) == ''
    }

    def "a project that is cleaned leaves nothing but its data"() {
        given:
        fresh()
        run(shop())

        expect:
        run(shop(), PlanRequest.Command.CLEAN).succeeded()
        world() == [:]
        hosts.local().networks()*.name() == ['bridge', 'host', 'none']
        hosts.local().volumes()*.name() == ['shop.pgdata']
    }

    def "a change replaces what it concerns"() {
        given:
        fresh()
        run(shop())

        expect:
        run(shop('app:2')).succeeded()
        world() == wanted('app:2')
        PlanText.of(plan(shop('app:2')), true) == ''
    }

    def "a run that is broken off #when any of its calls is made good by the next run: #what"() {
        given:
        fresh()
        before.call(this)
        hosts.local().calls().clear()
        run(project)
        def calls = hosts.local().calls().changes().size()

        expect:
        calls > 10
        (1..calls).each { n ->
            def engine = fresh()
            before.call(this)
            engine.calls().clear()
            fault.call(engine.faults().onChanges().nth(n))
            assert !run(project).succeeded(): "call $n"
            engine.faults().clear()
            engine.faults().revive()
            assert run(project).succeeded(): "call $n"
            assert world() == wanted: "call $n"
            assert PlanText.of(plan(project), true) == '': "call $n"
        }

        where:
        [what, before, project, wanted, when, fault] << [
            [['the first run', { }, shop(), wanted('app:1')],
             ['a change', { it.run(shop()) }, shop('app:2'), wanted('app:2')]],
            [['before', { it.die() }], ['after', { it.dieAfterwards() }]],
        ].combinations { scenario, fault -> scenario + fault }
    }

    def "a run that the user ends at any of its calls is made good by the next run"() {
        given:
        def engine = fresh()
        run(shop())
        engine.calls().clear()
        run(shop('app:2'))
        def calls = engine.calls().changes().size()

        expect:
        (1..calls).each { n ->
            engine = fresh()
            run(shop())
            def cancellation = new Cancellation()
            def begun = 0
            def made = plan(shop('app:2'))
            using { Engine it -> it.execute(made, { event ->
                if (event instanceof RunEvent.ActionStarted && ++begun == n) {
                    cancellation.request()
                }
            }, cancellation) }
            assert world().findAll { name, state -> state.endsWith('running') }.keySet().containsAll(['shop.db', 'shop.web'])
            assert run(shop('app:2')).succeeded(): "call $n"
            assert world() == wanted('app:2'): "call $n"
        }
    }
}
