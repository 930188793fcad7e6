package io.dockerops.engine.execute;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.HostConnections;
import io.dockerops.engine.port.ImageSources;
import io.dockerops.engine.port.NameServers;
import io.dockerops.engine.port.SecretStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One run of one plan. All its state belongs to the thread that runs it; workers and engines leave messages for it. */
final class Run implements Schedule.Follower, HostWatch.Follower {

    /** How long broken-off calls have to come back before they are given up. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** A stop that lasts longer waits for the container's own process and not for the engine. */
    private static final Duration STOPPING = Duration.ofSeconds(2);

    private static final DateTimeFormatter LABELS =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final AtomicInteger RUNS = new AtomicInteger();

    /** What a run works with. */
    record Tools(
            HostConnections hosts,
            ImageSources sources,
            SecretStore secrets,
            NameServers names,
            ExecutorSettings settings) {}

    private final Plan plan;
    private final Map<HostId, Map<String, String>> ids;
    private final Tools tools;
    private final RunListener listener;
    private final Cancellation cancellation;
    private final Mailbox mailbox = new Mailbox();
    private final Attempts attempts;
    private final NameWork names;
    private final Workers workers;
    private final Watches watches;
    private final Diagnoses diagnoses;
    private final Schedule schedule;
    private final Map<HostId, Host> hosts;
    private final Map<HostId, OwnContainers> containers = new HashMap<>();
    private final Set<PlannedAction> calls = new LinkedHashSet<>();
    private final Set<PlannedAction> aside = new LinkedHashSet<>();
    private final long[] begunAt;
    private final String label;
    private boolean cancelling;
    private boolean brokenOff;

    Run(Plan plan, Map<HostId, Map<String, String>> ids, Tools tools, RunListener listener, Cancellation cancellation) {
        this.plan = plan;
        this.ids = ids;
        this.hosts = hosts(plan);
        this.tools = tools;
        this.listener = listener;
        this.cancellation = cancellation;
        this.attempts = new Attempts(tools.hosts(), tools.settings(), cancellation);
        this.names = new NameWork(hosts, tools.hosts(), tools.names(), cancellation);
        this.workers = new Workers(mailbox, attempts, tools.settings());
        this.watches = new Watches(
                plan, hosts, host -> new HostWatch(host, plan.project(), mailbox, workers, tools.settings(), this));
        this.diagnoses =
                new Diagnoses(tools.hosts(), mailbox, workers, tools.settings().diagnosis());
        this.schedule = new Schedule(plan.graph(), this);
        this.begunAt = new long[plan.graph().actions().size() + 1];
        this.label =
                LABELS.format(Instant.now()) + "-" + ProcessHandle.current().pid() + "-" + RUNS.incrementAndGet();
    }

    /** The hosts that the actions name. This machine is one without being declared. */
    private static Map<HostId, Host> hosts(Plan plan) {
        Map<HostId, Host> hosts = new LinkedHashMap<>();
        hosts.put(HostId.LOCAL, Host.LOCAL);
        plan.hosts().forEach(host -> hosts.put(host.id(), host));
        plan.graph().actions().forEach(planned -> {
            if (!hosts.containsKey(planned.action().host())) {
                throw new IllegalArgumentException(
                        "the plan has no host `" + planned.action().host() + "`");
            }
        });
        return hosts;
    }

    RunReport execute() {
        emit(new RunEvent.RunStarted(plan));
        Runnable onRequest = () -> mailbox.post(this::cancel);
        cancellation.addListener(onRequest);
        try {
            if (cancellation.requested()) {
                cancel();
            } else {
                watches.listen();
            }
            schedule.start();
            mailbox.read(this::over, workers::fill);
        } catch (InterruptedException e) {
            interrupted();
        } finally {
            cancellation.removeListener(onRequest);
            watches.close();
            workers.close();
        }
        Duration duration = Duration.ofNanos(mailbox.now());
        RunReport report = new RunReport(plan, schedule.outcomes(), cancelling || brokenOff, duration);
        emit(new RunEvent.RunEnded(report));
        return report;
    }

    private boolean over() {
        return schedule.over() && (brokenOff || !(diagnoses.open() || watches.settling()));
    }

    @Override
    public void ready(PlannedAction planned, long rank) {
        Works works = new Works(
                plan.project(),
                containers.computeIfAbsent(
                        planned.action().host(),
                        id -> new OwnContainers(plan.project(), ids.getOrDefault(id, Map.of()))),
                tools.sources(),
                tools.secrets(),
                names,
                label,
                tools.settings().folder(),
                schedule.restoring(planned),
                progress -> mailbox.post(() -> emit(new RunEvent.ActionProgress(planned, progress))),
                output -> mailbox.post(() -> emit(new RunEvent.OutputRead(planned, output))));
        Work work = planned.action().accept(works);
        lane(planned, work).offer(rank, () -> begin(planned, work));
    }

    private Lane lane(PlannedAction planned, Work work) {
        return workers.lane(planned.action().host(), work.lane());
    }

    private void begin(PlannedAction planned, Work work) {
        if (!schedule.begin(planned)) {
            lane(planned, work).release();
            return;
        }
        begunAt[planned.number()] = mailbox.now();
        emit(new RunEvent.ActionStarted(planned));
        if (work.lane() == Lane.Kind.WAITS) {
            watches.await(planned);
        } else {
            watches.whenReady(planned.action(), () -> call(planned, work));
        }
    }

    private void call(PlannedAction planned, Work work) {
        watches.calling(planned);
        calls.add(planned);
        Host host = host(planned);
        boolean patient = schedule.restoring(planned);
        workers.start(() -> {
            try {
                attempts.make(
                        host,
                        work,
                        patient,
                        (attempt, reason, pause) ->
                                mailbox.post(() -> emit(new RunEvent.ActionRetried(planned, attempt, reason, pause))));
                mailbox.post(() -> succeeded(planned, work));
            } catch (Throwable e) {
                mailbox.post(() -> failed(planned, work, Workers.bug(e)));
            }
        });
        if (planned.action() instanceof Action.StopContainer) {
            mailbox.after(STOPPING, () -> {
                if (calls.contains(planned) && lane(planned, work).stepAside()) {
                    aside.add(planned);
                }
            });
        }
    }

    private void returned(PlannedAction planned, Work work) {
        calls.remove(planned);
        if (aside.remove(planned)) {
            lane(planned, work).returnFromAside();
        } else {
            lane(planned, work).release();
        }
    }

    private void succeeded(PlannedAction planned, Work work) {
        returned(planned, work);
        schedule.end(planned, new ActionOutcome.Done(since(planned)));
        watches.called(planned.action());
    }

    private void failed(PlannedAction planned, Work work, RuntimeException reason) {
        returned(planned, work);
        watches.refused(planned.action());
        failed(planned, reason);
    }

    @Override
    public void done(PlannedAction wait) {
        schedule.end(wait, new ActionOutcome.Done(since(wait)));
    }

    @Override
    public void failed(PlannedAction planned, RuntimeException reason) {
        if (brokenOff && reason instanceof EngineException) {
            schedule.end(planned, new ActionOutcome.Cancelled());
            return;
        }
        diagnoses.find(
                host(planned),
                planned.action(),
                reason,
                found -> schedule.end(planned, outcome(planned, reason, found)));
    }

    @Override
    public void revoked(PlannedAction start, RuntimeException reason) {
        schedule.revoke(start, outcome(start, reason, Diagnosis.plain(reason)));
        Consumer<Diagnosis> then = found -> {
            ActionOutcome.Failed outcome = outcome(start, reason, found);
            schedule.revoke(start, outcome);
            emit(new RunEvent.ActionRevoked(start, outcome));
        };
        diagnoses.find(host(start), start.action(), reason, then);
    }

    @Override
    public void ended(PlannedAction planned, ActionOutcome outcome) {
        emit(new RunEvent.ActionEnded(planned, outcome));
    }

    private ActionOutcome.Failed outcome(PlannedAction planned, RuntimeException reason, Diagnosis found) {
        return new ActionOutcome.Failed(reason, found.log(), found.hint(), since(planned));
    }

    private Duration since(PlannedAction planned) {
        return Duration.ofNanos(mailbox.now() - begunAt[planned.number()]);
    }

    private Host host(PlannedAction planned) {
        return Objects.requireNonNull(hosts.get(planned.action().host()));
    }

    private void cancel() {
        if (!cancelling) {
            cancelling = true;
            emit(new RunEvent.Cancelling(false, schedule.running()));
            watches.cancelWaits(wait -> !schedule.restoring(wait))
                    .forEach(wait -> schedule.end(wait, new ActionOutcome.Cancelled()));
            schedule.cancel(false);
        }
        if (cancellation.atOnce() && !brokenOff) {
            emit(new RunEvent.Cancelling(true, schedule.running()));
            breakOff();
            mailbox.after(GRACE, () -> schedule.abandon(planned -> true));
        }
    }

    private void breakOff() {
        brokenOff = true;
        watches.cancelWaits(wait -> true);
        schedule.cancel(true);
        workers.interrupt();
        schedule.abandon(planned -> !calls.contains(planned));
    }

    private void interrupted() {
        breakOff();
        schedule.abandon(planned -> true);
        Thread.currentThread().interrupt();
    }

    private void emit(RunEvent event) {
        try {
            listener.onEvent(event);
        } catch (Exception e) {
            // A listener only looks on; the run must reach its end without it.
        }
    }
}
