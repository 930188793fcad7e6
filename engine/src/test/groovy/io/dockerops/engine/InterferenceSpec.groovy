package io.dockerops.engine

import static io.dockerops.engine.plan.Declared.mount
import static io.dockerops.engine.plan.Declared.named
import static io.dockerops.engine.plan.Declared.network
import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.execute.ActionOutcome
import io.dockerops.engine.execute.Cancellation
import io.dockerops.engine.execute.ExecutorSettings
import io.dockerops.engine.execute.RunListener
import io.dockerops.engine.execute.RunReport
import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.fake.FakeEngine
import io.dockerops.engine.fake.FakeHosts
import io.dockerops.engine.model.Origins
import io.dockerops.engine.model.Project
import io.dockerops.engine.plan.Plan
import io.dockerops.engine.plan.PlanRequest
import io.dockerops.engine.plan.PlanRequest.Command
import io.dockerops.engine.plan.PlanText
import io.dockerops.engine.port.ImageSources
import io.dockerops.engine.problem.ProblemException
import java.time.Duration
import spock.lang.Specification

/** Somebody changes containers and networks between the plan and its execution, or in the middle of that. */
class InterferenceSpec extends Specification {

    private static final ExecutorSettings QUICK =
        ExecutorSettings.DEFAULTS.withSettle(Duration.ZERO).withRetry(2, Duration.ofMillis(1)).withLimits(1, 1)

    FakeHosts hosts = new FakeHosts()
    FakeEngine engine = hosts.local()

    def setup() {
        ['app:1', 'app:2', 'db:1', 'foreign:1'].each { engine.addImage(it) }
    }

    /** The health check tells at once that a replacement is good: without one it would have to run for a second. */
    private static Project shop(String app = 'app:1', Long memory = null, Map check = [healthy: 'true']) {
        project(
            networks: [network('back')], volumes: [named('data', '/data')],
            service('db', image: 'db:1', networks: ['back'], mounts: [mount('data')]),
            service([image: app, networks: ['back'], links: ['db'], memory: memory, instances: [one: [:], two: [:]]] + check, 'app'))
    }

    private <T> T using(Closure<T> use) {
        try (def door = new Engine(hosts, Stub(ImageSources), { Optional.empty() }, QUICK)) {
            use.call(door)
        }
    }

    private Plan plan(Project project, Command command = Command.RUN) {
        using { Engine it -> it.plan(project, Origins.NONE, it.observe(project), PlanRequest.of(command)) }
    }

    private RunReport execute(Plan plan) {
        using { Engine it -> it.execute(plan, RunListener.SILENT, new Cancellation()) }
    }

    private void converges(Project project = shop()) {
        assert execute(plan(project)).succeeded()
        assert PlanText.of(plan(project), true) == ''
        assert ['shop.app.one', 'shop.app.two', 'shop.db'].every { engine.inspect(it).get().status().running() }
    }

    private static List<String> failures(RunReport report) {
        report.failed().collect { planned ->
            def failed = report.outcome(planned.number()) as ActionOutcome.Failed
            "${planned.action().verb()} ${planned.action().subject().label()}: ${failed.message()} (${failed.hint().orElse('')})"
                .toString()
        }
    }

    /** Puts a container of somebody else in the place of {@code name}, and gives its id. */
    private String takeName(String name, String image = 'foreign:1') {
        engine.remove(name, true)
        def id = engine.createContainer(name, fields(image))
        engine.start(name)
        id
    }

    private static io.dockerops.engine.model.Specification fields(String image) {
        io.dockerops.engine.model.Specification.builder().put('Image', image).build()
    }

    private void removeNetwork() {
        engine.networks().findAll { it.name() == 'shop.back' }.each {
            ['shop.db', 'shop.app.one', 'shop.app.two'].findAll { engine.inspect(it).present }.each { name ->
                engine.disconnect('shop.back', name)
            }
            engine.removeNetwork('shop.back')
        }
    }

    def "what somebody does to a container before `#command` is said where it is in the way, and the next run makes it good: #what"() {
        given:
        execute(plan(shop()))
        before.call(engine)
        def made = plan(then, command)

        when:
        meanwhile.call(engine)
        def report = execute(made)

        then:
        failures(report).every { said && it.contains(said) }
        report.succeeded() == (said == null)

        and:
        converges(then)

        where:
        what                           | command         | then                  | before                            | meanwhile                                   || said
        'removed before a replacement' | Command.RUN     | shop('app:2')         | { }                               | { it.remove('shop.app.one', true) }         || null
        'renamed before a replacement' | Command.RUN     | shop('app:2')         | { }                               | { it.rename('shop.app.one', 'mine') }       || null
        'stopped before a replacement' | Command.RUN     | shop('app:2')         | { }                               | { it.stop('shop.app.one', Duration.ZERO) }  || null
        'removed before a start'       | Command.STARTUP | shop()                | { it.stop('shop.db', Duration.ZERO) } | { it.remove('shop.db', false) }         || 'was removed or renamed meanwhile'
        'renamed before a start'       | Command.STARTUP | shop()                | { it.stop('shop.db', Duration.ZERO) } | { it.rename('shop.db', 'mine') }        || 'was removed or renamed meanwhile'
        'started before a start'       | Command.STARTUP | shop()                | { it.stop('shop.db', Duration.ZERO) } | { it.start('shop.db') }                 || null
        'started before its removal'   | Command.REMOVE  | shop()                | { it.stop('shop.app.one', Duration.ZERO) } | { it.start('shop.app.one') }       || 'somebody has started it meanwhile'
        'removed before a stop'        | Command.STOP    | shop()                | { }                               | { it.remove('shop.app.two', true) }         || null
        'removed before a change in place' | Command.RUN | shop('app:1', 64L << 20) | { }                            | { it.remove('shop.app.one', true) }         || 'was removed or renamed meanwhile'
    }

    def "whose a container is, is asked neither of what was observed nor of what the run has made"() {
        given:
        def unchecked = shop('app:1', null, [:])

        when:
        def before = engine.calls().of(Kind.INSPECT).size()
        execute(plan(unchecked))

        then:
        engine.calls().of(Kind.INSPECT).size() == before

        when: 'it was observed by the engine that executes'
        def asked = using { Engine it ->
            def clean = it.plan(unchecked, Origins.NONE, it.observe(unchecked), PlanRequest.of(Command.CLEAN))
            before = engine.calls().of(Kind.INSPECT).size()
            it.execute(clean, RunListener.SILENT, new Cancellation())
            engine.calls().of(Kind.INSPECT).size() - before
        }

        then:
        asked == 0

        when: 'it was not'
        execute(plan(unchecked))
        def clean = plan(unchecked, Command.CLEAN)
        before = engine.calls().of(Kind.INSPECT).size()
        execute(clean)

        then: 'for the stop, and then the removal'
        engine.calls().of(Kind.INSPECT).size() == before + 3
    }

    def "a container of somebody else that has taken a name is never touched: `#command`"() {
        given:
        execute(plan(shop()))
        def made = plan(then, command)
        def foreign = takeName('shop.app.one')
        def before = engine.inspect(foreign).get()

        when:
        def report = execute(made)

        then: 'it is left as it was, and that is said'
        engine.inspect('shop.app.one').get() == before
        failures(report).any { it.contains('shop.app.one` is not this project\'s any more') &&
            it.contains('docker rename shop.app.one shop.app.one.old') }

        when:
        plan(then)

        then: 'the next plan says so too'
        def e = thrown(ProblemException)
        e.problems()*.summary().any { it.startsWith('the name `shop.app.one` is taken') }

        when:
        engine.rename('shop.app.one', 'shop.app.one.old')

        then:
        converges(then)
        engine.inspect('shop.app.one.old').get().status().running()

        where:
        command          | then
        Command.RUN      | shop('app:2')
        Command.RUN      | shop('app:1', 64L << 20)
        Command.STOP     | shop()
        Command.SHUTDOWN | shop()
        Command.RESTART  | shop()
        Command.CLEAN    | shop()
    }

    def "an image that the project has made does not make a container the project's"() {
        given:
        execute(plan(shop()))
        def made = plan(shop(), Command.STOP)
        engine.addImage('own:1', io.dockerops.engine.model.Specification.builder()
            .put('Labels[io.dockerops.project]', 'shop').put('Labels[io.dockerops.kind]', 'image').build())
        def foreign = takeName('shop.app.one', 'own:1')

        when:
        def report = execute(made)

        then:
        !report.succeeded()
        engine.inspect(foreign).get().status().running()
    }

    def "a network that is gone is made before a container starts that was never in it"() {
        given:
        execute(plan(shop(), Command.CREATE))
        removeNetwork()

        expect:
        execute(plan(shop())).succeeded()
        PlanText.of(plan(shop()), true) == ''
    }

    def "a name that somebody takes before a container is made is said to be taken, and by whom"() {
        given:
        def made = plan(shop())
        engine.createContainer('shop.db', fields('foreign:1'))
        def foreign = engine.inspect('shop.db').get()

        when:
        def report = execute(made)

        then:
        failures(report).any { it.startsWith('CreateContainer db: ') && it.contains('`shop.db` was not made by DockerOps') }
        engine.inspect('shop.db').get() == foreign
        engine.remove('shop.db', false) == null
        converges()
    }

    def "a network that somebody removes before containers join it is said to be gone, and made anew by the next run"() {
        given:
        execute(plan(shop()))
        def made = plan(shop('app:2'))

        when:
        removeNetwork()
        def report = execute(made)

        then:
        failures(report).any { it.contains('network shop.back not found') && it.contains('was removed meanwhile; run again') }
        converges(shop('app:2'))
    }

    def "whatever somebody does at #kind number #n of a replacement, the next run makes it good: #what"() {
        given:
        execute(plan(shop()))
        engine.calls().clear()

        when:
        engine.faults().on(kind).nth(n).meanwhile { harm.call(engine) }
        execute(plan(shop('app:2')))
        engine.faults().clear()

        then:
        converges(shop('app:2'))

        where:
        [kind, n, what, harm] << [
            [Kind.CREATE_CONTAINER, Kind.STOP, Kind.START, Kind.RENAME, Kind.REMOVE],
            [1, 2],
            [['the container is removed', { FakeEngine it -> it.inspect('shop.app.one').present && it.remove('shop.app.one', true) }],
             ['the next one is removed', { FakeEngine it -> it.inspect('shop.app.one.next').present && it.remove('shop.app.one.next', true) }],
             ['the container is stopped', { FakeEngine it -> it.inspect('shop.app.one').present && it.stop('shop.app.one', Duration.ZERO) }],
             ['the container is renamed', { FakeEngine it -> it.inspect('shop.app.one').present && it.rename('shop.app.one', 'mine' + it.calls().changes().size()) }],
             ['one that it depends on is removed', { FakeEngine it -> it.inspect('shop.db').present && it.remove('shop.db', true) }]],
        ].combinations { kind, n, harm -> [kind, n, *harm] }
    }
}
