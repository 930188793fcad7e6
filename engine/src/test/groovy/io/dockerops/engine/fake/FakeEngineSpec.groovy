package io.dockerops.engine.fake

import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostId
import io.dockerops.engine.model.ImageReference
import io.dockerops.engine.model.Specification as Wanted
import io.dockerops.engine.model.Value
import io.dockerops.engine.port.ContainerEvent
import io.dockerops.engine.port.ContainerStatus.Health
import io.dockerops.engine.port.ContainerStatus.State
import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.EngineRefused
import io.dockerops.engine.port.EventListener
import io.dockerops.engine.port.HostUnreachable
import io.dockerops.engine.port.LogRequest
import io.dockerops.engine.port.ProgressListener
import io.dockerops.engine.port.PullRequest
import java.time.Duration
import spock.lang.Specification

/** What a test can tell the engine in memory, beyond the contract of engines. */
class FakeEngineSpec extends Specification {

    FakeEngine engine = new FakeEngine()
    List<ContainerEvent> heard = []
    List<EngineException> lost = []

    def setup() {
        engine.addImage('base:1')
        engine.events(new TreeMap<>(), new EventListener() {
            @Override
            void onEvent(ContainerEvent event) {
                heard << event
            }

            @Override
            void onLost(EngineException reason) {
                lost << reason
            }
        })
        engine.calls().clear()
    }

    private static Wanted wanted(Map<String, ?> fields = [:]) {
        def builder = Wanted.builder().put('Image', 'base:1')
        fields.each { path, value ->
            builder.put(FieldPath.parse(path), value instanceof List ? Value.texts(value*.toString()) :
                value instanceof Boolean ? Value.flag(value) : Value.text(value as String))
        }
        builder.build()
    }

    private void start(Map<String, ?> fields = [:], String name) {
        engine.createContainer(name, wanted(fields))
        engine.start(name)
    }

    private State state(String name) {
        engine.inspect(name).get().status().state()
    }

    private List<String> log(String name) {
        def lines = []
        engine.logs(name, LogRequest.last(100)) { line, error -> lines << line }
        lines
    }

    private static final Map CHECKED = ['Healthcheck.Test': ['CMD', 'true']]

    def "a process that nothing is said of runs until it is stopped"() {
        when:
        start('web')

        then:
        state('web') == State.RUNNING

        when:
        engine.stop('web', Duration.ZERO)

        then:
        state('web') == State.EXITED
    }

    def "a container runs the program that is told for its name, else the one for its command"() {
        given:
        engine.processes().run('web', FakeProgram.exits(3).prints('by name'))
        engine.processes().runCommand(['run', 'it'], FakeProgram.exits(4).prints('by command'))

        when:
        start('web', Entrypoint: ['run'], Cmd: ['it'])
        start('other', Entrypoint: ['run'], Cmd: ['it'])

        then:
        [log('web'), log('other')] == [['by name'], ['by command']]
        [engine.inspect('web'), engine.inspect('other')]*.get()*.status()*.exitCode() == [3, 4]
    }

    def "a program can be told for one start only"() {
        given:
        engine.processes().runNext('web', FakeProgram.exits(1))

        when:
        start('web')

        then:
        state('web') == State.EXITED

        when:
        engine.start('web')

        then:
        state('web') == State.RUNNING
    }

    def "a process that runs can be ended"() {
        given:
        start('web')

        when:
        engine.end('web', 9)

        then:
        engine.inspect('web').get().status().exitCode() == 9
        heard.last() == new ContainerEvent(engine.inspect('web').get().id(), 'web', 'die', 9)
    }

    def "a restart policy brings a container back that ended by itself, and not one that was stopped"() {
        given:
        start('web', 'HostConfig.RestartPolicy.Name': 'always')

        when:
        engine.end('web', 0)

        then:
        state('web') == State.RUNNING
        heard*.action().count('start') == 2

        when:
        engine.stop('web', Duration.ZERO)

        then:
        state('web') == State.EXITED
    }

    def "a container that always ends is left restarting"() {
        given:
        engine.processes().exits('web', 1)

        when:
        start('web', 'HostConfig.RestartPolicy.Name': 'on-failure')

        then:
        state('web') == State.RESTARTING
    }

    def "a container with a health check is healthy at once unless a test says otherwise"() {
        when:
        start(CHECKED, 'web')

        then:
        engine.inspect('web').get().status().health().get() == Health.HEALTHY
        heard*.action() == ['create', 'start', 'health_status: healthy']
    }

    def "a container without a health check has no health"() {
        when:
        start('web')

        then:
        engine.inspect('web').get().status().health().empty
        engine.lastHealthCheck('web').empty
    }

    def "a health check can take its time, counted in events"() {
        given:
        engine.processes().health('web', FakeHealth.after(2))
        start(CHECKED, 'web')

        when:
        start('other')

        then:
        engine.inspect('web').get().status().health().get() == Health.HEALTHY
        heard*.action() == ['create', 'start', 'create', 'start', 'health_status: healthy']
    }

    def "a health check can be told when and what to say"() {
        given:
        engine.processes().health('web', FakeHealth.NEVER)
        start(CHECKED, 'web')

        expect:
        engine.inspect('web').get().status().health().get() == Health.STARTING

        when:
        engine.check('web', Health.UNHEALTHY, 'no answer')

        then:
        engine.inspect('web').get().status().health().get() == Health.UNHEALTHY
        engine.lastHealthCheck('web').get().output() == 'no answer'
    }

    def "a port is published once: #taken"() {
        given:
        start(['HostConfig.PortBindings.80/tcp': [':80'], 'ExposedPorts.80/tcp': true], 'first')
        engine.machine().occupyPort(81)
        engine.createContainer('second', wanted('HostConfig.PortBindings.80/tcp': [":$port"], 'ExposedPorts.80/tcp': true))

        when:
        engine.start('second')

        then:
        def refused = thrown(EngineRefused)
        refused.engineMessage().contains(words)
        state('second') == State.CREATED

        where:
        taken            | port | words
        'by a container' | 80   | 'Bind for 0.0.0.0:80 failed: port is already allocated'
        'by a process'   | 81   | 'listen tcp4 0.0.0.0:81: bind: address already in use'
    }

    def "the port of a container that ended is free again"() {
        given:
        def published = ['HostConfig.PortBindings.80/tcp': [':80'], 'ExposedPorts.80/tcp': true]
        start(published, 'first')
        engine.stop('first', Duration.ZERO)

        when:
        start(published, 'second')

        then:
        engine.containers(new TreeMap<>())*.publishedPorts() == [[], ['0.0.0.0:80->80/tcp']]
    }

    def "a volume that a bind names is made"() {
        when:
        engine.createContainer('web', wanted('HostConfig.Binds./data': 'data:rw', 'HostConfig.Binds./etc': '/etc:ro'))

        then:
        engine.volumes()*.name() == ['data']
    }

    def "a mount of a path that the machine lacks is refused"() {
        given:
        engine.machine().lackPath('/srv')

        when:
        engine.createContainer('web', wanted('HostConfig.Mounts./srv.Type': 'bind', 'HostConfig.Mounts./srv.Source': '/srv'))

        then:
        def refused = thrown(EngineRefused)
        refused.engineMessage().endsWith('bind source path does not exist: /srv')
    }

    def "what an image brings is live"() {
        given:
        engine.addImage('app:1', wanted('Env.PATH': '/bin', 'ExposedPorts.80/tcp': true, 'Labels.maker': 'me', Cmd: ['serve']))

        when:
        engine.createContainer('web', wanted(Image: 'app:1', 'Env.LANG': 'C'))

        then:
        def details = engine.inspect('web').get()
        details.labels() == [maker: 'me']
        ['Env.PATH', 'Env.LANG', 'ExposedPorts.80/tcp', 'Cmd'].every { details.live().get(FieldPath.parse(it)).present }
    }

    def "a registry has what is offered, and a new offer is a new image"() {
        given:
        def reference = ImageReference.parse('nginx')
        engine.registry().offer('nginx')
        engine.pull(new PullRequest(reference), ProgressListener.SILENT)
        def first = engine.images()*.id()

        when:
        engine.pull(new PullRequest(reference), ProgressListener.SILENT)

        then:
        engine.images()*.id() == first

        when:
        engine.registry().offer('nginx')
        engine.pull(new PullRequest(reference), ProgressListener.SILENT)

        then:
        engine.images()*.id() != first
    }

    def "calls are recorded in order"() {
        when:
        start('web')
        engine.inspect('web')

        then:
        engine.calls().all()*.toString() == ['create container web', 'start web', 'inspect web']
        engine.calls().changes() == ['create container web', 'start web']
    }

    def "the nth call of a kind can fail, and does nothing"() {
        given:
        engine.faults().on(Kind.CREATE_CONTAINER).nth(2).fail(new EngineRefused(500, 'second'))

        when:
        engine.createContainer('one', wanted())
        engine.createContainer('two', wanted())

        then:
        def refused = thrown(EngineRefused)
        refused.engineMessage() == 'second'
        engine.containers(new TreeMap<>())*.name() == ['one']
    }

    def "an answer can get lost after the call was carried out"() {
        given:
        engine.faults().on(Kind.CREATE_CONTAINER).loseAnswer()

        when:
        engine.createContainer('one', wanted())

        then:
        thrown(HostUnreachable)
        engine.inspect('one').present
    }

    def "an engine that dies #when answers nothing more, and tells those who listen"() {
        given:
        arrange.call(engine.faults().on(Kind.CREATE_CONTAINER))

        when:
        engine.createContainer('one', wanted())

        then:
        thrown(HostUnreachable)
        lost*.class == [HostUnreachable]

        when:
        engine.info()

        then:
        thrown(HostUnreachable)

        when:
        engine.faults().clear()
        engine.faults().revive()

        then:
        engine.inspect('one').present == carriedOut

        where:
        when                       | carriedOut | arrange
        'before a call'            | false      | { FakeFaults.Rule it -> it.die() }
        'after carrying a call out' | true      | { FakeFaults.Rule it -> it.dieAfterwards() }
    }

    def "each host has an engine of its own, which can be out of reach"() {
        given:
        def hosts = new FakeHosts()
        def reason = new HostUnreachable(HostUnreachable.Reason.NO_CONNECTION, 'gone', 'look', null)

        expect:
        hosts.engine(Host.LOCAL).is(hosts.local())
        !hosts.engine(new HostId('other')).is(hosts.local())

        when:
        hosts.refuse(HostId.LOCAL, reason)
        hosts.engine(Host.LOCAL)

        then:
        def thrown = thrown(HostUnreachable)
        thrown.is(reason)
    }
}
