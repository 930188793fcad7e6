package io.dockerops.engine

import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.execute.ActionOutcome
import io.dockerops.engine.execute.Cancellation
import io.dockerops.engine.execute.ExecutorSettings
import io.dockerops.engine.execute.RunListener
import io.dockerops.engine.execute.RunReport
import io.dockerops.engine.fake.FakeHosts
import io.dockerops.engine.fake.FakeNameServers
import io.dockerops.engine.model.DynamicDns
import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.InstanceId
import io.dockerops.engine.model.NameChange
import io.dockerops.engine.model.Origins
import io.dockerops.engine.model.Project
import io.dockerops.engine.model.RegistrationPolicy
import io.dockerops.engine.model.Selector
import io.dockerops.engine.model.ServiceId
import io.dockerops.engine.plan.Plan
import io.dockerops.engine.plan.PlanRequest
import io.dockerops.engine.plan.PlanRequest.Command
import io.dockerops.engine.plan.PlanText
import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.ImageSources
import io.dockerops.engine.port.NameServer
import io.dockerops.engine.problem.Problem
import io.dockerops.engine.problem.ProblemException
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification

/** Instances are found in the project's DNS as long as they run, whatever happens in between. */
class RegistrationsSpec extends Specification {

    private static final ExecutorSettings QUICK =
        ExecutorSettings.DEFAULTS.withSettle(Duration.ZERO).withRetry(2, Duration.ofMillis(1)).withLimits(1, 1)
    private static final Path KEY = Path.of('/shop/keys/dns.key')
    private static final RegistrationPolicy APPEND = RegistrationPolicy.APPEND
    private static final RegistrationPolicy REPLACE = RegistrationPolicy.REPLACE

    FakeHosts hosts = new FakeHosts()
    FakeNameServers server = new FakeNameServers('shop.internal')

    def setup() {
        ['names:latest', 'web:1', 'web:2', 'db:latest'].each { hosts.local().addImage(it) }
    }

    private static DynamicDns dns(DynamicDns.Server at = new DynamicDns.Server.OfProject(Selector.parse('names'))) {
        new DynamicDns(at, 'shop.internal', KEY, Duration.ofSeconds(60))
    }

    private static Project shop(Map web = [:], Map names = [:], Map parts = [:]) {
        project([dns: dns()] + parts, service([image: 'names', healthy: 'true'] + names, 'names'),
            service([image: 'web:1', register: APPEND, instances: [one: [:], two: [:]]] + web, 'web'))
    }

    private <T> T using(Closure<T> use) {
        try (def engine = new Engine(hosts, Stub(ImageSources), { Optional.empty() }, server, QUICK)) {
            use.call(engine)
        }
    }

    private Plan plan(Project project, Command command = Command.RUN, String... targets) {
        def request = PlanRequest.of(command)
        def wanted = targets ? request.withTargets(targets.collect { InstanceId.named(new ServiceId(it.split(/\./)[0]), it.split(/\./)[1]) } as Set) : request
        using { Engine it -> it.plan(project, Origins.NONE, it.observe(project), wanted) }
    }

    private RunReport run(Project project, Command command = Command.RUN, String... targets) {
        def made = plan(project, command, targets)
        using { Engine it -> it.execute(made, RunListener.SILENT, new Cancellation()) }
    }

    private List<String> lines(Project project, Command command = Command.RUN, String... targets) {
        PlanText.of(plan(project, command, targets), true).readLines()
    }

    private String address(String container) {
        hosts.local().inspect("shop.$container").get().addresses()['shop.default']
    }

    private List<String> found(String name = 'web') {
        server.records().findAll { it.startsWith("${name}.shop.internal ") }*.split(' ')*.last()
    }

    def "what starts is registered when it has started and the server is healthy"() {
        expect:
        lines(shop()) == [
            '[] -> #1 local network:default CreateNetwork, missing',
            '[1] -> #2 local instance:names CreateContainer, missing',
            '[2] -> #3 local instance:names StartContainer, missing',
            '[3] -> #4 local instance:names AwaitHealthy, missing',
            '[1] -> #5 local instance:web.one CreateContainer, missing',
            '[5] -> #6 local instance:web.one StartContainer, missing',
            '[1] -> #7 local instance:web.two CreateContainer, missing',
            '[7] -> #8 local instance:web.two StartContainer, missing',
            '[4, 6] -> #9 local instance:web.one RegisterNames web-one.shop.internal and web.shop.internal, after start',
            '[4, 8] -> #10 local instance:web.two RegisterNames web-two.shop.internal and web.shop.internal, after start']
    }

    def "all addresses of a service are told, each instance has its own name, and a second run has nothing to do"() {
        when:
        def report = run(shop())

        then:
        report.succeeded()
        server.records() == [
            "web-one.shop.internal ${address('web.one')}", "web-two.shop.internal ${address('web.two')}",
            "web.shop.internal ${address('web.one')}", "web.shop.internal ${address('web.two')}",
            "${address('web.one')} web-one.shop.internal", "${address('web.two')} web-two.shop.internal"]*.toString()
        server.asked().toSet() == [new NameServer(address('names'), 53)] as Set
        lines(shop()) == []
    }

    def "of several that replace, the last one has the name, and a second run has nothing to do"() {
        expect:
        run(shop(register: REPLACE)).succeeded()
        found() == [address('web.two')]
        found('web-one') == [address('web.one')]
        lines(shop(register: REPLACE)) == []
    }

    def "one that replaces has the name alone while it runs, and then the others have it"() {
        given:
        def declared = shop(instances: [one: [:], two: [register: REPLACE]])

        expect:
        run(declared).succeeded()
        found() == [address('web.two')]
        lines(declared) == []

        when:
        run(declared, Command.STOP, 'web.two')
        run(declared, Command.UPDATE, 'web.one')

        then:
        found() == [address('web.one')]
    }

    def "names go before what they lead to: #command"() {
        given:
        run(shop())

        expect:
        lines(shop(), command, 'web.one') == expected

        when:
        def gone = address('web.one')
        run(shop(), command, 'web.one')

        then:
        server.records().every { !it.contains(gone) }
        found() == [address('web.two')]

        where:
        command          | expected
        Command.STOP     | ['[] -> #1 local instance:web.one RemoveNames web-one.shop.internal and its web.shop.internal, requested',
                            '[1] -*> #2 local instance:web.one StopContainer, requested']
        Command.SHUTDOWN | ['[] -> #1 local instance:web.one RemoveNames web-one.shop.internal and its web.shop.internal, requested',
                            '[1] -*> #2 local instance:web.one StopContainer, requested',
                            '[2] -> #3 local instance:web.one RemoveContainer, requested']
    }

    def "a restart takes the names away and gives them back"() {
        given:
        run(shop())

        expect:
        lines(shop(), Command.RESTART, 'web.one') == [
            '[] -> #1 local instance:web.one RemoveNames web-one.shop.internal and its web.shop.internal, requested',
            '[1] -*> #2 local instance:web.one StopContainer, requested',
            '[2] -> #3 local instance:web.one StartContainer, requested',
            '[3] -> #4 local instance:web.one RegisterNames web-one.shop.internal and web.shop.internal, after start']
        run(shop(), Command.RESTART, 'web.one').succeeded()
        found().sort() == [address('web.one'), address('web.two')].sort()
    }

    def "a replaced container is found at its new address, and the old one again when the new one fails"() {
        given:
        run(shop(instances: [one: [:]]))

        expect:
        lines(shop(image: 'web:2', instances: [one: [:]])) == [
            '[] -> #1 local instance:web.one CreateContainer, image changed',
            '      Image: "web:1" -> "web:2" (changed in the project)',
            '[1] -> #2 local instance:web.one RemoveNames web-one.shop.internal and its web.shop.internal, replaced',
            '[2] -*> #3 local instance:web.one StopContainer, replaced',
            '[1, 3] -> #4 local instance:web.one StartContainer, image changed',
            '[4] -> #5 local instance:web.one AwaitSteady, image changed',
            '[5] -> #6 local instance:web.one RemoveContainer, replaced',
            '[6] -> #7 local instance:web.one RenameContainer to shop.web.one, replaced',
            '[1, 4, 5] -!> #8 local instance:web.one RemoveContainer, if the new web.one fails',
            '[8] -> #9 local instance:web.one StartContainer, if the new web.one fails',
            '[7] -> #10 local instance:web.one RegisterNames web-one.shop.internal and web.shop.internal, after start',
            '[9] -> #11 local instance:web.one RegisterNames web-one.shop.internal and web.shop.internal, after start']
    }

    def "what has come back with another address is put right"() {
        given:
        run(shop())
        def old = address('web.one')
        hosts.local().stop('shop.web.one', Duration.ZERO)
        hosts.local().createContainer('squatter', hosts.local().inspect('shop.web.two').get().live().toBuilder().remove(FieldPath.of('Labels')).build())
        hosts.local().start('squatter')
        hosts.local().start('shop.web.one')
        def now = address('web.one')

        expect:
        now != old
        lines(shop()) == [
            '[] -> #1 local instance:web.one RegisterNames web-one.shop.internal and web.shop.internal, address changed',
            "      Names[$now]: (none) -> \"web-one.shop.internal\" (drifted on the host)".toString(),
            "      Names[$old]: \"web-one.shop.internal\" -> (none) (drifted on the host)".toString(),
            "      Names[web.shop.internal]: [\"$old\", \"${address('web.two')}\"] -> [\"${address('web.two')}\", \"$now\"] (drifted on the host)".toString(),
            "      Names[web-one.shop.internal]: [\"$old\"] -> [\"$now\"] (drifted on the host)".toString()]
        run(shop()).succeeded()
        found().sort() == [now, address('web.two')].sort()
        lines(shop()) == []
    }

    def "a server that has lost the names gets them again"() {
        given:
        run(shop())
        server.forget()

        expect:
        lines(shop()).findAll { it.startsWith('[') } == [
            '[] -> #1 local instance:web.one RegisterNames web-one.shop.internal and web.shop.internal, names missing',
            '[] -> #2 local instance:web.two RegisterNames web-two.shop.internal and web.shop.internal, names missing']
        run(shop()).succeeded()
        lines(shop()) == []
    }

    def "a server that starts anew is told of all that runs"() {
        given:
        run(shop())
        hosts.local().stop('shop.names', Duration.ZERO)
        server.forget()

        expect:
        lines(shop()) == [
            '[] -> #1 local instance:names StartContainer, not running',
            '[1] -> #2 local instance:names AwaitHealthy, not running',
            '[2] -> #3 local instance:web.one RegisterNames web-one.shop.internal and web.shop.internal, DNS server starts anew',
            '[2] -> #4 local instance:web.two RegisterNames web-two.shop.internal and web.shop.internal, DNS server starts anew']
        run(shop()).succeeded()
        lines(shop()) == []
    }

    def "what is declared no more leaves no names"() {
        given:
        run(shop())

        expect:
        run(shop(instances: [two: [:]])).succeeded()
        found() == [address('web.two')]
        found('web-one') == []
    }

    def "what is not to be registered any more is not, but what registers itself is left alone"() {
        given:
        run(shop(instances: [one: [:]], env: env))

        expect:
        lines(shop(instances: [one: [:]], env: env, register: null)) == expected

        where:
        env                          | expected
        [:]                          | ['[] -> #1 local instance:web.one RemoveNames web-one.shop.internal and its web.shop.internal, not registered any more']
        [DNS_SERVICE_IP: '10.0.0.3'] | []
    }

    def "a clean lets the server stop last"() {
        given:
        run(shop())

        when:
        def actions = lines(shop(), Command.CLEAN)

        then:
        actions.findAll { it =~ /web.* StopContainer|names StopContainer/ }*.replaceAll(/.* local instance:/, '') ==
            ['web.one StopContainer, requested', 'web.two StopContainer, requested', 'names StopContainer, requested']
        run(shop(), Command.CLEAN).succeeded()
        server.records() == []
    }

    def "names that cannot be removed keep nothing from stopping, and the report tells"() {
        given:
        run(shop())
        server.refuse(new EngineException.Failed('no', 'hint'))

        when:
        def report = run(shop(), Command.SHUTDOWN, 'web.one')

        then:
        !report.succeeded()
        report.outcomes()*.class.simpleName == ['Failed', 'Done', 'Done']
        hosts.local().inspect('shop.web.one').empty
    }

    def "a server that is gone is no reason to keep anything, and no error"() {
        given:
        run(shop())
        hosts.local().stop('shop.names', Duration.ZERO)

        expect:
        lines(shop(), Command.STOP, 'web.one') == ['[] -> #1 local instance:web.one StopContainer, requested']
    }

    def "a registration that is refused fails, and nothing else does"() {
        given:
        server.refuse(new EngineException.Failed('the key is not known', 'give it another'))

        when:
        def report = run(shop())

        then:
        report.outcomes().findAll { it instanceof ActionOutcome.Failed }*.cause()*.message == ['the key is not known'] * 2
        report.outcomes().count { it instanceof ActionOutcome.Done } == 8

        when:
        server.accept()

        then:
        run(shop()).succeeded()
        lines(shop()) == []
    }

    def "a server that does not answer is told of, and what runs is left as it is"() {
        given:
        run(shop())
        server.silence(true)

        when:
        def made = plan(shop())

        then:
        made.empty
        made.warnings()*.summary() == ["the DNS server at ${address('names')} does not answer".toString()]
    }

    def "when the server is not started, it is told what is not registered"() {
        when:
        def made = plan(shop(), Command.RUN, 'web.one')

        then:
        made.warnings()*.summary() == ['the DNS server `names` does not run, so `web.one` is not registered']
        !PlanText.of(made, false).contains('RegisterNames')
    }

    def "a damaged key is an error of the plan when something is to be registered, and else none"() {
        given:
        server.damage(KEY, Problem.error('damaged'))

        when:
        plan(shop())

        then:
        thrown(ProblemException)

        and:
        lines(shop(register: null)).size() == 8
    }

    def "a service is found at the address that it says, and the server where it says that it is published"() {
        given:
        def declared = shop([env: [SERVICE_IP: '192.168.7.20'], instances: [one: [:]]],
            [env: [SERVICE_IP: '192.168.7.1'], publish: [53: 5353]])

        expect:
        run(declared).succeeded()
        found() == ['192.168.7.20']
        server.asked().toSet() == [new NameServer('192.168.7.1', 5353)] as Set
        lines(declared) == []
    }

    def "a server outside of the project is asked at its address"() {
        given:
        def declared = shop([:], [:], [dns: dns(new DynamicDns.Server.Outside('10.0.0.53', 5300))])

        expect:
        run(declared).succeeded()
        server.asked().toSet() == [new NameServer('10.0.0.53', 5300)] as Set
        lines(declared) == []
    }

    def "a created container is registered when it is started: #command"() {
        given:
        run(shop(), Command.CREATE)

        expect:
        server.records() == []
        run(shop(), command).succeeded()
        found().size() == 2

        where:
        command << [Command.START, Command.STARTUP, Command.UPDATE, Command.RUN]
    }

    def "services at one address of a host are all found, and when one goes the others stay"() {
        given:
        def declared = project([dns: dns()], service([image: 'names'], 'names'),
            service([image: 'web:1', register: APPEND, env: [SERVICE_IP: '192.168.7.20']], 'web'),
            service([image: 'db', register: APPEND, env: [SERVICE_IP: '192.168.7.20']], 'api'))

        expect:
        run(declared).succeeded()
        [found('web'), found('api')] == [['192.168.7.20']] * 2
        lines(declared) == []

        when:
        def request = PlanRequest.of(Command.SHUTDOWN).withTargets([InstanceId.only(new ServiceId('api'))] as Set)
        using { Engine it -> it.execute(it.plan(declared, Origins.NONE, it.observe(declared), request), RunListener.SILENT, new Cancellation()) }

        then:
        [found('web'), found('api')] == [['192.168.7.20'], []]
    }

    def "a name that is somebody else's is left alone where nothing is registered"() {
        given:
        def declared = shop(register: null)
        server.change(new NameServer('10.0.0.53', 53), dns(), ['web-one', 'web', 'names'].collect {
            new NameChange.Add("${it}.shop.internal", '10.9.9.9') })

        expect:
        run(declared).succeeded()
        run(declared, Command.SHUTDOWN, 'web.one').succeeded()
        run(shop(register: null, instances: [two: [:]])).succeeded()
        run(declared, Command.CLEAN).succeeded()
        server.records().size() == 3
    }
}
