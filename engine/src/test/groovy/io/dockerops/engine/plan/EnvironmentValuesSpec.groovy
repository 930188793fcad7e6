package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.EnvValue
import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostAddress
import io.dockerops.engine.model.HostId
import io.dockerops.engine.model.Options
import io.dockerops.engine.model.Origins
import io.dockerops.engine.model.Value
import io.dockerops.engine.plan.PlanRequest.Command
import io.dockerops.engine.problem.ProblemException
import io.dockerops.engine.problem.SourceRef
import io.dockerops.engine.state.ObservedMachine
import java.nio.file.Path
import spock.lang.Specification

/** Variables whose values come from the host or from outside stand in a plan like all others. */
class EnvironmentValuesSpec extends Specification {

    private static final ObservedMachine MACHINE = new ObservedMachine(Optional.of('node1'),
        new TreeMap<>([lo: ['127.0.0.1', '::1'], eth0: ['192.0.2.7', '192.0.2.8', 'fd00::7'], wlan0: []]))
    private static final SourceRef PLACE = new SourceRef(Path.of('project.groovy'), 4, 5, 9)

    private static app(EnvValue value, List<Host> hosts = []) {
        project(hosts: hosts, service([image: '/app', env: [X: value]], 'app'))
    }

    private static World world() {
        new World(machine: MACHINE).tap { image('app:latest', '1', [:]) }
    }

    private static Host local(Map<String, String> addresses) {
        new Host(HostId.LOCAL, new HostAddress.Local(), new TreeMap<>(addresses))
    }

    private static EnvValue address(String name, boolean ipv6 = false) {
        new EnvValue.AddressOfHost(name, ipv6)
    }

    private static Origins at(String word) {
        new Origins([:], [(new Origins.Mention(project(service([:], 'app')).services()[0].id(), word, 'X')): PLACE])
    }

    private static String value(World world, project, Options options = Options.NONE) {
        world.apply(world.run(project, PlanRequest.of(Command.RUN).withOptions(options)))
        world.containers['shop.app'].details().live().text('Env', 'X').orElse(null)
    }

    def "#what is what the variable has"() {
        given:
        def world = world()
        def declared = app(wanted, [local(addresses)])

        expect:
        value(world, declared) == expected
        PlanText.of(world.run(declared), true) == ''

        where:
        what                                    | wanted                   | addresses              || expected
        'the name of the host'                  | new EnvValue.NameOfHost() | [:]                   || 'node1'
        'the first IPv4 address'                | address('eth0')          | [:]                    || '192.0.2.7'
        'the first IPv6 address'                | address('eth0', true)    | [:]                    || 'fd00::7'
        'an address that the project declares'  | address('eth0')          | [eth0: '10.0.0.1']     || '10.0.0.1'
        'one with a name of its own'            | address('private')       | [private: '10.0.0.2']  || '10.0.0.2'
        'the declared one, of that family only' | address('eth0', true)    | [eth0: '10.0.0.1']     || 'fd00::7'
    }

    def "when the host has another address, the plan shows both and replaces the container"() {
        given:
        def world = world()
        world.apply(world.run(app(address('eth0'))))
        world.machine = new ObservedMachine(Optional.empty(), new TreeMap<>([eth0: ['192.0.2.99']]))

        expect:
        PlanText.of(world.run(app(address('eth0'))), true).readLines().take(2) == [
            '[] -> #1 local instance:app CreateContainer, changed',
            '      Env.X: "192.0.2.7" -> "192.0.2.99" (changed in the project)']
    }

    def "what the host does not have is an error with its line and the ways out: #what"() {
        given:
        def world = world()
        world.machine = machine

        when:
        Planner.plan(app(wanted), at('env'), world.state(), PlanRequest.of(Command.RUN))

        then:
        def e = thrown(ProblemException)
        e.problems()*.summary() == [summary]
        e.problems()*.place() == [Optional.of(PLACE)]
        e.problems()[0].hints() == hints

        where:
        what << ['no such interface', 'a slip of the pen', 'no such family', 'another machine', 'no name']
        wanted << [address('nope0'), address('eth9'), address('wlan0'), address('eth0'), new EnvValue.NameOfHost()]
        machine << [MACHINE, MACHINE, MACHINE, ObservedMachine.UNKNOWN, ObservedMachine.UNKNOWN]
        summary << ['host `local` has no interface `nope0`',
                    'host `local` has no interface `eth9`',
                    'the interface `wlan0` of host `local` has no address of IPv4',
                    'the interface `eth0` of host `local` is not known, since its engine is on another machine',
                    "the engine of host `local` does not tell the host's name"]
        hints << [['it has `eth0`, `lo`, `wlan0`', say('nope0')], ['did you mean `eth0`?', say('eth9')], [say('wlan0')],
                  [say('eth0')], ['write the name in place of `nameOfHost()`']]
    }

    private static String say(String name) {
        "say the address in the project: `host 'local', at: 'local', addresses: [$name: '10.0.0.5']`"
    }

    def "what nothing is made with need not be known: #command"() {
        given:
        def world = world()
        world.apply(world.run(app(address('eth0'))))
        world.machine = ObservedMachine.UNKNOWN

        when:
        world.run(app(address('eth0')), PlanRequest.of(command))

        then:
        notThrown(ProblemException)

        where:
        command << [Command.START, Command.STOP, Command.RESTART, Command.SHUTDOWN, Command.CLEAN]
    }

    def "a variable that is required has what was given, else what the project says: #given, #own"() {
        given:
        def required = EnvValue.required(Optional.ofNullable(own))

        expect:
        value(world(), app(required).given(given)) == expected

        where:
        given    | own                         || expected
        [X: 'g'] | null                        || 'g'
        [X: 'g'] | new EnvValue.Literal('own') || 'g'
        [Y: 'g'] | new EnvValue.Literal('own') || 'own'
        [:]      | address('eth0')             || '192.0.2.7'
    }

    def "what is given goes over what an instance says of its service's variable"() {
        given:
        def declared = project(service([image: '/app', env: [X: EnvValue.required(Optional.empty())],
            instances: [one: [env: [X: 'own']]]], 'app'))
        def x = { it.instances()[0].settings().environment().X.value().get() }

        expect:
        x(declared) == new EnvValue.Literal('own')
        x(declared.given([X: 'given'])) == new EnvValue.Literal('given')
    }

    def "a required variable without a value is an error with its line and the ways out, and the program can be told it"() {
        when:
        Planner.plan(app(EnvValue.required(Optional.empty())), at('requires'), world().state(), PlanRequest.of(Command.RUN))

        then:
        def e = thrown(VariablesMissing)
        e.missing()*.name() == ['X']
        e.missing()*.instance()*.label() == ['app']
        e.problems()*.place() == [Optional.of(PLACE)]
        e.problems()*.summary() == ['`app` requires the variable `X`, and nothing gives it a value']
        e.problems()[0].hints()*.find(/-e X=…|host.conf|env X/) == ['-e X=…', 'host.conf', 'env X']
    }

    def "what only others require is not missed"() {
        given:
        def declared = project(service([image: '/app'], 'app'),
            service([image: '/app', env: [X: EnvValue.required(Optional.empty())]], 'other'))
        def app = declared.instances()[0].id()

        when:
        world().run(declared, PlanRequest.of(Command.RUN).withTargets([app] as Set))

        then:
        notThrown(ProblemException)
    }

    def "the command line goes over all that is given"() {
        given:
        def arguments = new TreeMap<>([(FieldPath.parse('Env.X')): Value.text('argument')])
        def options = Options.builder().arguments(arguments).build()

        expect:
        value(world(), app(EnvValue.required(Optional.empty())).given(given), options) == 'argument'

        where:
        given << [[:], [X: 'g']]
    }
}
