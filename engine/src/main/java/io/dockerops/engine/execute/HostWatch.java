package io.dockerops.engine.execute;

import io.dockerops.engine.execute.Observation.Start;
import io.dockerops.engine.execute.Observation.Verdict;
import io.dockerops.engine.execute.Observation.Wait;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerEvent;
import io.dockerops.engine.port.ContainerFailed;
import io.dockerops.engine.port.TimedOut;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Waits for what happens to the containers of one host. An event tells that something has happened; what it means is
 * decided by an inspection, since events of a lost stream, of an earlier container of the same name or from before the
 * wait cannot be told from others. The one exception is health, where the event says all. Belongs to the thread of the
 * run.
 */
final class HostWatch {

    /** How many times the settle time a container may take to come up again by its restart policy. */
    private static final int RESTART_ALLOWANCE = 8;

    /** Hears what comes of the waiting. */
    interface Follower {

        /** The wait is over. */
        void done(PlannedAction wait);

        /** The wait failed. */
        void failed(PlannedAction wait, RuntimeException reason);

        /** The container has stayed up long enough, or nothing more can be waited for. */
        void proven(PlannedAction start);

        /** The container has ended. */
        void revoked(PlannedAction start, RuntimeException reason);
    }

    private final Host host;
    private final Mailbox mailbox;
    private final Workers workers;
    private final Duration settle;
    private final Follower follower;
    private final EventStream stream;
    private final Map<String, Observation> byName = new LinkedHashMap<>();

    HostWatch(
            Host host, String project, Mailbox mailbox, Workers workers, ExecutorSettings settings, Follower follower) {
        this.host = host;
        this.mailbox = mailbox;
        this.workers = workers;
        this.settle = settings.settle();
        this.follower = follower;
        this.stream =
                new EventStream(host, project, mailbox, workers, settings.firstPause(), new EventStream.Follower() {
                    @Override
                    public void heard(ContainerEvent event) {
                        onEvent(event);
                    }

                    @Override
                    public void reopened() {
                        interesting().forEach(HostWatch.this::ask);
                    }

                    @Override
                    public void broken(RuntimeException reason) {
                        interesting().forEach(observation -> giveUp(observation, reason));
                    }
                });
    }

    /** Listens to the engine, and then calls {@code then}; also when the engine cannot be listened to. */
    void listen(Runnable then) {
        stream.open(then);
    }

    /** Begins to wait for health or end of a container. */
    void await(PlannedAction action, String name) {
        Wait wait = new Wait(action, action.action() instanceof Action.AwaitHealthy);
        Observation observation = observation(name);
        observation.waits.add(wait);
        if (action.action() instanceof Action.AwaitHealthy health) {
            wait.deadline = mailbox.after(health.within(), () -> {
                String label = action.action().subject().label();
                end(
                        observation,
                        wait,
                        new Verdict(true, new TimedOut(label + " did not become healthy", health.within())));
            });
        }
        stream.open(
                () -> stream.failure().ifPresentOrElse(reason -> giveUp(observation, reason), () -> ask(observation)));
    }

    /** Says that a container is about to be started that is to stay up. */
    void starting(PlannedAction action, String name, boolean awaited) {
        Observation observation = observation(name);
        observation.start = new Start(action, awaited);
        observation.id = null;
    }

    /** Says that the container runs now, as far as the engine knows. */
    void started(String name) {
        Observation observation = observation(name);
        Start start = observation.start;
        if (start == null) {
            return;
        }
        start.called = true;
        if (start.upSince == 0) {
            start.upSince = mailbox.now();
        }
        if (start.awaited) {
            prove(start);
        }
        if (start.deaths > 0) {
            ask(observation);
        } else if (!start.proven) {
            armProof(observation, start, settle.minusNanos(mailbox.now() - start.upSince));
        }
    }

    /** Says that the run itself ends the container, or could not start it: nothing is expected of it any more. */
    void release(String name) {
        Observation observation = byName.get(name);
        if (observation != null && observation.start != null) {
            Start start = observation.start;
            observation.start = null;
            start.stopClock();
            prove(start);
        }
    }

    /** Says that the container has another name. */
    void renamed(String name, String newName) {
        Observation observation = byName.remove(name);
        if (observation != null) {
            observation.name = newName;
            byName.put(newName, observation);
        }
    }

    /** Ends the waits that {@code wanted} accepts and gives their actions. */
    List<PlannedAction> cancelWaits(Predicate<PlannedAction> wanted) {
        List<Wait> ended = byName.values().stream()
                .flatMap(observation -> observation.waits.stream())
                .filter(wait -> wanted.test(wait.action))
                .toList();
        ended.forEach(HostWatch::stopClock);
        byName.values().forEach(observation -> observation.waits.removeAll(ended));
        return ended.stream().map(wait -> wait.action).toList();
    }

    /** Whether a started container still has to prove itself. */
    boolean settling() {
        return byName.values().stream()
                .anyMatch(observation ->
                        observation.start != null && observation.start.called && !observation.start.proven);
    }

    /** Stops listening. */
    void close() {
        stream.close();
    }

    private Observation observation(String name) {
        return byName.computeIfAbsent(name, Observation::new);
    }

    private List<Observation> interesting() {
        Set<Observation> all = new LinkedHashSet<>(byName.values());
        return all.stream().filter(Observation::interesting).toList();
    }

    private void onEvent(ContainerEvent event) {
        Observation observation = byName.get(event.containerName());
        if (observation == null) {
            return;
        }
        Start start = observation.start;
        if (event.action().equals("start")) {
            observation.id = event.containerId();
            if (start != null) {
                start.upSince = mailbox.now();
            }
        }
        if (observation.id != null && !observation.id.equals(event.containerId())) {
            return;
        }
        switch (event.action()) {
            case "start" -> restarted(observation);
            case "health_status: healthy" -> onHealth(observation, Verdict.GOOD);
            case "health_status: unhealthy" -> onHealth(observation, Observation.unhealthy(event.containerName()));
            case "die" -> {
                observation.lastExit = event.exitCode();
                if (start != null) {
                    start.deaths++;
                    start.stopClock();
                }
                ask(observation);
            }
            default -> {
                // The other events change nothing that is waited for.
            }
        }
    }

    private void restarted(Observation observation) {
        Start start = observation.start;
        if (start != null && start.called && start.deaths > 0) {
            ask(observation);
        }
    }

    private void onHealth(Observation observation, Verdict verdict) {
        if (observation.id == null) {
            ask(observation);
            return;
        }
        for (Wait wait : List.copyOf(observation.waits)) {
            if (wait.forHealth) {
                end(observation, wait, verdict.failure() == null ? verdict : Observation.unhealthy(label(wait.action)));
            }
        }
    }

    private static String label(PlannedAction action) {
        return action.action().subject().label();
    }

    private void ask(Observation observation) {
        if (!observation.interesting()) {
            return;
        }
        if (observation.asking) {
            observation.again = true;
            return;
        }
        observation.asking = true;
        String container = observation.id == null ? observation.name : observation.id;
        workers.ask(host, engine -> engine.inspect(container), found -> answered(observation, found), reason -> {
            observation.asking = false;
            giveUp(observation, reason);
        });
    }

    private void answered(Observation observation, Optional<ContainerDetails> found) {
        observation.asking = false;
        found.ifPresent(details -> observation.id = details.id());
        for (Wait wait : List.copyOf(observation.waits)) {
            end(observation, wait, observation.judge(wait, found));
        }
        Start start = observation.start;
        if (start != null && start.called) {
            decide(observation, start, observation.judge(start, found));
        }
        if (observation.again) {
            observation.again = false;
            ask(observation);
        }
    }

    private void end(Observation observation, Wait wait, Verdict verdict) {
        if (!verdict.over() || !observation.waits.remove(wait)) {
            return;
        }
        stopClock(wait);
        if (verdict.failure() != null) {
            follower.failed(wait.action, verdict.failure());
            return;
        }
        if (wait.forHealth && observation.start != null) {
            observation.start.healthy = true;
        }
        follower.done(wait.action);
    }

    private void decide(Observation observation, Start start, Verdict verdict) {
        if (start.awaited && !start.healthy) {
            return;
        }
        if (verdict.failure() != null) {
            revoke(observation, start, verdict.failure());
        } else if (start.proven) {
            return;
        } else if (verdict.over()) {
            start.restartingSince = 0;
            armProof(observation, start, settle.minusNanos(mailbox.now() - start.upSince));
        } else {
            awaitRestart(observation, start);
        }
    }

    private void awaitRestart(Observation observation, Start start) {
        Duration allowed = settle.multipliedBy(RESTART_ALLOWANCE);
        if (start.restartingSince == 0) {
            start.restartingSince = mailbox.now();
        }
        Duration left = allowed.minusNanos(mailbox.now() - start.restartingSince);
        if (left.isNegative() || left.isZero()) {
            revoke(
                    observation,
                    start,
                    new ContainerFailed(
                            label(start.action) + " ended and does not come up again", observation.lastExit, ""));
        } else {
            start.stopClock();
            start.proof = mailbox.after(left, () -> ask(observation));
        }
    }

    private void armProof(Observation observation, Start start, Duration left) {
        start.stopClock();
        start.proof = mailbox.after(left, () -> {
            if (!stream.isOpen()) {
                ask(observation);
            } else if (!observation.asking) {
                prove(start);
            }
        });
    }

    private void prove(Start start) {
        if (!start.proven) {
            start.proven = true;
            follower.proven(start.action);
        }
    }

    private void revoke(Observation observation, Start start, RuntimeException reason) {
        observation.start = null;
        start.stopClock();
        follower.revoked(start.action, reason);
    }

    private void giveUp(Observation observation, RuntimeException reason) {
        for (Wait wait : List.copyOf(observation.waits)) {
            observation.waits.remove(wait);
            stopClock(wait);
            follower.failed(wait.action, reason);
        }
        Start start = observation.start;
        if (start != null && start.called && !start.proven) {
            revoke(observation, start, reason);
        }
    }

    private static void stopClock(Wait wait) {
        if (wait.deadline != null) {
            wait.deadline.cancel();
        }
    }
}
