package io.dockerops.engine.execute

import io.dockerops.engine.docker.DockerHosts
import io.dockerops.engine.model.ExecCommand
import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostId
import io.dockerops.engine.model.ImageReference
import io.dockerops.engine.model.InstanceId
import io.dockerops.engine.model.Labels
import io.dockerops.engine.model.NetworkId
import io.dockerops.engine.model.ServiceId
import io.dockerops.engine.model.Specification as Wanted
import io.dockerops.engine.model.Value
import io.dockerops.engine.plan.Action
import io.dockerops.engine.plan.ActionGraph
import io.dockerops.engine.plan.ActionGraph.Builder.Node
import io.dockerops.engine.plan.Cause
import io.dockerops.engine.plan.Plan
import io.dockerops.engine.port.BusyBoxTar
import io.dockerops.engine.port.ContainerEngine
import io.dockerops.engine.port.ContainerStatus.Health
import io.dockerops.engine.port.ImageSources
import io.dockerops.engine.port.NameServers
import io.dockerops.engine.port.ProgressListener
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Plans run on a real engine. */
class ExecutorIT extends Specification {

    private static final Duration MINUTE = Duration.ofSeconds(60)
    private static final List<String> STAYS = ['sh', '-c', "trap 'exit 0' TERM; while true; do sleep 0.1; done"]
    private static final long MILLISECOND = 1_000_000

    @Shared
    String project = "it${UUID.randomUUID().toString().take(8)}"

    @Shared
    @AutoCleanup
    DockerHosts hosts = new DockerHosts(System.getenv(), Path.of(System.getProperty('user.home')), [DockerHosts.systemSocket()])

    @Shared
    ContainerEngine engine = hosts.engine(Host.LOCAL)

    @Shared
    ImageReference image = ImageReference.parse("$project/base:1")

    ActionGraph.Builder graph = new ActionGraph.Builder()
    Cancellation cancellation = new Cancellation()
    RunListener listener = RunListener.SILENT

    def setupSpec() {
        engine.importImage(image, new ByteArrayInputStream(BusyBoxTar.bytes()), labels(), ProgressListener.SILENT)
    }

    def cleanup() {
        engine.containers(labels()).each { engine.remove(it.id(), true) }
        engine.networks().findAll { it.name().startsWith("$project.") }.each { engine.removeNetwork(it.id()) }
    }

    def cleanupSpec() {
        engine.removeImage(image)
    }

    private SortedMap<String, String> labels() {
        new TreeMap<>([(Labels.PROJECT): project])
    }

    private RunReport run() {
        def plan = new Plan(project, [Host.LOCAL], graph.build(), [])
        new Executor(hosts, Stub(ImageSources), { Optional.empty() }, Stub(NameServers), ExecutorSettings.DEFAULTS)
            .run(plan, [:], listener, cancellation)
    }

    private static InstanceId id(String service) {
        InstanceId.only(new ServiceId(service))
    }

    private String name(String service) {
        "$project.$service"
    }

    private Node add(Action action, Object... after) {
        graph.add(action, Cause.Plain.MISSING, after as List<Node>)
    }

    private Node network(String name) {
        def fields = Wanted.builder().put('Driver', 'bridge').put(FieldPath.of('Labels', Labels.PROJECT), Value.text(project))
        add(new Action.CreateNetwork(HostId.LOCAL, new NetworkId(name), this.name(name), fields.build()))
    }

    private Node create(Map more = [:], String service, Object... after) {
        def fields = Wanted.builder().put('Image', image.toString())
            .put(FieldPath.of('Labels', Labels.PROJECT), Value.text(project))
        more.each { path, value -> fields.put(FieldPath.parse(path as String), value as Value) }
        add(new Action.CreateContainer(HostId.LOCAL, id(service), name(service), fields.build()), after)
    }

    private Node start(String service, boolean stays, Object... after) {
        add(new Action.StartContainer(HostId.LOCAL, id(service), name(service), stays), after)
    }

    private Node up(Map more = [:], String service, Object... after) {
        start(service, true, create([Cmd: Value.texts(STAYS)] + more, service, after))
    }

    private Node healthy(String service, Duration within, Object... after) {
        add(new Action.AwaitHealthy(HostId.LOCAL, id(service), name(service), within), after)
    }

    private static Map published(int port) {
        ['HostConfig.PortBindings.80/tcp': Value.texts([":$port".toString()]), 'ExposedPorts.80/tcp': Value.flag(true)]
    }

    private static Map shell(CharSequence script) {
        [Cmd: Value.texts(['sh', '-c', script.toString()])]
    }

    private static Map check(String command, long interval = 100 * MILLISECOND, int retries = 3) {
        ['Healthcheck.Test': Value.texts(['CMD-SHELL', command]), 'Healthcheck.Interval': Value.whole(interval),
         'Healthcheck.Retries': Value.whole(retries)]
    }

    private static ActionOutcome.Failed failure(RunReport report) {
        assert report.failed().size() == 1
        report.outcome(report.failed()[0].number()) as ActionOutcome.Failed
    }

    def "fifty containers in one network come up, and go down without a trace"() {
        given:
        def front = network('front')
        def endpoint = [("Networks[${name('front')}].Aliases".toString()): Value.texts(['x'])]
        50.times { up(endpoint, "s$it", front) }

        when:
        def report = run()

        then:
        report.succeeded()
        engine.containers(labels())*.state()*.toString() == ['running'] * 50

        when:
        graph = new ActionGraph.Builder()
        def gone = (0..<50).collect { i ->
            def stop = add(new Action.StopContainer(HostId.LOCAL, id("s$i"), name("s$i"), Duration.ofSeconds(10)))
            add(new Action.RemoveContainer(HostId.LOCAL, id("s$i"), name("s$i"), false), stop)
        }
        add(new Action.RemoveNetwork(HostId.LOCAL, new NetworkId('front'), name('front')), *gone)
        report = run()

        then:
        report.succeeded()
        engine.containers(labels()) == []
        engine.networks().every { it.name() != name('front') }
    }

    def "each of a chain of services starts when the one before is healthy"() {
        given:
        def before = []
        (1..5).each {
            def made = create(check('test -f /tmp/up') + shell("sleep 0.3; touch /tmp/up; ${STAYS[2]}"), "s$it")
            before = [healthy("s$it", MINUTE, start("s$it", true, made, *before))]
        }

        when:
        def report = run()

        then:
        report.succeeded()
        (1..5).every { engine.inspect(name("s$it")).get().status().health().get() == Health.HEALTHY }
        (2..5).every { started(it) > started(it - 1) }
    }

    private String started(int i) {
        engine.inspect(name("s$i")).get().status().startedAt().get()
    }

    def "a container that becomes unhealthy is reported at once with what its check said"() {
        given:
        up(check('echo not yet; exit 1', 100 * MILLISECOND, 2), 'db').with { healthy('db', MINUTE, it) }

        when:
        def report = run()

        then:
        failure(report).message() == 'db became unhealthy'
        failure(report).log() == ['not yet']
        report.duration() < MINUTE
    }

    def "a container that ends at once is reported with exit code, log and hint"() {
        given:
        up(shell('echo starting; echo no such thing >&2; exit 127'), 'web')

        when:
        def failure = failure(run())

        then:
        failure.message() == 'web did not stay up; it ended with exit code 127'
        failure.log() as Set == ['starting', 'no such thing'] as Set
        failure.hint().get() == 'exit code 127 means that a command was not found'
    }

    def "a container that ends while its health is awaited is reported at once"() {
        given:
        healthy('db', MINUTE, up(check('false', 10_000 * MILLISECOND) + shell('echo out of memory; exit 3'), 'db'))

        when:
        def failure = failure(run())

        then:
        failure.message() == 'db ended before it was healthy, with exit code 3'
        failure.log() == ['out of memory']
    }

    def "a chain of one-shot containers runs one after the other"() {
        given:
        def before = []
        (1..5).each {
            def begun = start("s$it", false, create(shell('sleep 0.1'), "s$it"), *before)
            before = [add(new Action.AwaitExit(HostId.LOCAL, id("s$it"), name("s$it")), begun)]
        }

        expect:
        run().succeeded()
        (2..5).every { started(it) > started(it - 1) }
    }

    def "a port that a container publishes is reported with that container's name"() {
        given:
        def port = new ServerSocket(0).withCloseable { it.localPort }
        def binding = published(port)
        up(binding, 'second', up(binding, 'first'))

        when:
        def failure = failure(run())

        then:
        failure.message().contains('port is already allocated')
        failure.hint().get() == "port $port is published by the container `${name('first')}`"
    }

    def "a port that another process has is reported as such"() {
        given:
        def socket = new ServerSocket(0)
        up(published(socket.localPort), 'web')

        when:
        def failure = failure(run())

        then:
        failure.hint().get().startsWith("port $socket.localPort is used by a process that is not a container")

        cleanup:
        socket.close()
    }

    def "a command that is not in the image is reported with a hint"() {
        given:
        up([Cmd: Value.texts(['ngin'])], 'web')

        expect:
        failure(run()).hint().get() == 'there is no `ngin` in the image; check command and entrypoint'
    }

    def "a mount of a missing path is reported with a hint"() {
        given:
        up(['HostConfig.Mounts./conf.Type': Value.text('bind'), 'HostConfig.Mounts./conf.Source': Value.text('/no/such/path')], 'web')

        expect:
        failure(run()).hint().get().startsWith('make `/no/such/path` on the host')
    }

    def "an image that is not there is reported with a hint"() {
        given:
        up(['Image': Value.text('no/such:1')], 'web')

        expect:
        failure(run()).hint().get().startsWith('`no/such:1` is not on this host')
    }

    def "a command in a container that fails is reported with its output"() {
        given:
        def command = new ExecCommand(['sh', '-c', 'echo a; exit 4'], Optional.empty(), false)
        add(new Action.Exec(HostId.LOCAL, id('web'), name('web'), command), up('web'))

        when:
        def failure = failure(run())

        then:
        failure.message() == '`sh -c echo a; exit 4` ended with exit code 4'
        failure.log() == ['a']
    }

    def "a second request to end breaks off a call that lasts"() {
        given:
        def command = new ExecCommand(['sleep', '60'], Optional.empty(), false)
        add(new Action.Exec(HostId.LOCAL, id('web'), name('web'), command), up('web'))
        listener = { event ->
            if (event instanceof RunEvent.ActionStarted && event.action().number() == 3) {
                cancellation.requestAtOnce()
            }
        }

        when:
        def report = run()

        then:
        report.cancelled()
        report.outcome(3) instanceof ActionOutcome.Cancelled
        report.duration() < MINUTE
    }
}
