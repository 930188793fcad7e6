package io.dockerops.engine.execute

import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.fake.FakeEngine
import io.dockerops.engine.fake.FakeNameServers
import io.dockerops.engine.fake.FakeHosts
import io.dockerops.engine.model.Image
import io.dockerops.engine.plan.Plan
import io.dockerops.engine.plan.PlannedAction
import io.dockerops.engine.port.BuildOutline
import io.dockerops.engine.port.EngineRefused
import io.dockerops.engine.port.HostUnreachable
import io.dockerops.engine.port.ImageSources
import io.dockerops.engine.port.ProgressListener
import io.dockerops.engine.port.SecretStore
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.Future
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** Runs plans against fake engines. */
abstract class RunSpecification extends Specification {

    static final Map HEALTH = ['Healthcheck.Test': ['CMD', 'true']]

    FakeHosts hosts = new FakeHosts()
    FakeEngine engine = hosts.local()
    Sketch plan = new Sketch()
    Cancellation cancellation = new Cancellation()
    List<RunEvent> events = Collections.synchronizedList([])
    RunListener listener = { events << it }
    Map<String, String> secrets = [:]
    SecretStore store = { id -> Optional.ofNullable(secrets[id.name()]) }
    ImageSources sources = new ImageSources() {
        @Override
        String copied(Path path) {
            ''
        }

        @Override
        Optional<String> content(Path path, boolean folder) {
            Optional.empty()
        }

        @Override
        String fingerprint(Image image) {
            ''
        }

        @Override
        BuildOutline outline(Image.Build build) {
            BuildOutline.EMPTY
        }

        @Override
        InputStream rootfs(Image.Rootfs recipe, ProgressListener progress) {
            new ByteArrayInputStream(new byte[0])
        }
    }
    FakeNameServers names = new FakeNameServers('shop.internal')
    ExecutorSettings settings = ExecutorSettings.DEFAULTS.withSettle(Duration.ZERO).withRetry(4, Duration.ofMillis(1))
    PollingConditions conditions = new PollingConditions(timeout: 20, delay: 0.002)

    def setup() {
        engine.addImage(Sketch.IMAGE)
    }

    RunReport run(Plan made = plan.plan()) {
        new Executor(hosts, sources, store, names, settings).run(made, [:], listener, cancellation)
    }

    Future<RunReport> runInBackground(Plan made = plan.plan()) {
        inBackground { run(made) }
    }

    static <T> Future<T> inBackground(Callable<T> call) {
        def threads = Executors.newSingleThreadExecutor { new Thread(it, 'spec').tap { daemon = true } }
        threads.submit(call).tap { threads.shutdown() }
    }

    /** What became of each action, such as {@code StartContainer web: done}. */
    static Map<String, String> outcomes(RunReport report) {
        report.plan().graph().actions().collectEntries { [name(it), text(report.outcome(it.number()), report)] }
    }

    static String name(PlannedAction planned) {
        def action = planned.action()
        def next = action.hasProperty('name') && action.name().endsWith('.next') ? '.next' : ''
        "${action.verb()} ${action.subject().label()}$next"
    }

    private static String text(ActionOutcome outcome, RunReport report) {
        switch (outcome) {
            case ActionOutcome.Done: return 'done'
            case ActionOutcome.Failed: return "failed: ${outcome.message()}"
            case ActionOutcome.SkippedBecauseOf:
                return "skipped because of ${name(report.plan().graph().get(outcome.action()))}"
            case ActionOutcome.NotNeeded: return 'not needed'
            case ActionOutcome.Cancelled: return 'cancelled'
        }
    }

    static ActionOutcome.Failed failure(RunReport report, String action) {
        def planned = report.plan().graph().actions().find { name(it) == action }
        report.outcome(planned.number()) as ActionOutcome.Failed
    }

    List<String> changes() {
        engine.calls().changes()
    }

    List<String> targets(Kind kind) {
        engine.calls().of(kind)*.target()
    }

    static EngineRefused refused(int status, String message) {
        new EngineRefused(status, message)
    }

    static HostUnreachable lost(HostUnreachable.Reason reason = HostUnreachable.Reason.LOST) {
        new HostUnreachable(reason, 'lost the engine', 'look after it', new IOException('broken pipe'))
    }

    /** Brings a running container into being before the run. */
    void running(Map<String, ?> given = [:], String name) {
        stopped(given, name)
        engine.start("shop.$name")
        engine.calls().clear()
    }

    /** Brings a container that does not run into being before the run. */
    void stopped(Map<String, ?> given = [:], String name) {
        engine.createContainer("shop.$name", Sketch.fields(given))
        engine.calls().clear()
    }
}
