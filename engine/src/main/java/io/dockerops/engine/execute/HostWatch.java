package io.dockerops.engine.execute;

import io.dockerops.engine.execute.Observation.Verdict;
import io.dockerops.engine.execute.Observation.Wait;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerEvent;
import io.dockerops.engine.port.TimedOut;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Waits for what happens to the containers of one host. An event tells that something has happened; what it means is
 * decided by an inspection, since events of a lost stream, of an earlier container of the same name or from before the
 * wait cannot be told from others. The exceptions are health, and the good end of what this run has started to run to its
 * end, where the event says all: an engine that tells of an end answers questions about the container only when it has
 * cleared up behind it. Belongs to the thread of the run.
 */
final class HostWatch {

    /** Hears what comes of the waiting. */
    interface Follower {

        /** The wait is over. */
        void done(PlannedAction wait);

        /** The wait failed. */
        void failed(PlannedAction wait, RuntimeException reason);

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
                        Observation observation = byName.get(event.containerName());
                        if (observation != null) {
                            onEvent(observation, event);
                        }
                    }

                    @Override
                    public void reopened() {
                        byName.values().forEach(HostWatch.this::ask);
                    }

                    @Override
                    public void broken(RuntimeException reason) {
                        byName.values().forEach(observation -> giveUp(observation, reason));
                    }
                });
    }

    /** Listens to the engine, and then calls {@code then}; also when the engine cannot be listened to. */
    void listen(Runnable then) {
        stream.open(then);
    }

    /** Begins to wait for what {@code planned} says of a container. */
    void await(PlannedAction planned, String name) {
        Observation observation = observation(name);
        Wait wait = new Wait(planned, mailbox.now());
        observation.waits.add(wait);
        if (planned.action() instanceof Action.AwaitHealthy health) {
            limit(observation, wait, health.within(), " did not become healthy");
        } else if (planned.action() instanceof Action.AwaitExit exit) {
            exit.within().ifPresent(within -> limit(observation, wait, within, " did not end"));
        } else if (planned.action() instanceof Action.AwaitEnd end) {
            end.within().ifPresent(within -> limit(observation, wait, within, " did not end"));
        }
        stream.open(() -> {
            if (stream.failure().isPresent()) {
                giveUp(observation, stream.failure().get());
            } else {
                ask(observation);
            }
        });
    }

    private void limit(Observation observation, Wait wait, Duration within, String what) {
        TimedOut late = new TimedOut(Observation.label(wait.planned) + what, within);
        wait.timer = mailbox.after(within, () -> end(observation, wait, new Verdict(true, late)));
    }

    /** Says that a container is about to be started that is to run to its end. */
    void startingToEnd(String name) {
        Observation observation = observation(name);
        observation.forget();
        observation.ends = true;
    }

    /** Says that a container is about to be started that is to stay up. */
    void startingToStay(PlannedAction planned, String name, boolean awaited) {
        Observation observation = observation(name);
        observation.forget();
        observation.proof = new Proof(planned, awaited, mailbox, settle, new Proof.Context() {
            @Override
            public void ask() {
                HostWatch.this.ask(observation);
            }

            @Override
            public boolean listening() {
                return stream.isOpen();
            }

            @Override
            public void revoked(RuntimeException reason) {
                observation.proof = null;
                follower.revoked(planned, reason);
            }
        });
    }

    /** Says that the engine has started the container. */
    void started(String name) {
        Proof proof = observation(name).proof;
        if (proof != null) {
            proof.wasCalled();
        }
    }

    /** Says that the run itself ends the container, or could not start it: nothing is expected of it any more. */
    void release(String name) {
        Observation observation = byName.get(name);
        if (observation != null && observation.proof != null) {
            observation.proof.stopClock();
            observation.proof = null;
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
                .filter(wait -> wanted.test(wait.planned))
                .toList();
        ended.forEach(Wait::stopClock);
        byName.values().forEach(observation -> observation.waits.removeAll(ended));
        return ended.stream().map(wait -> wait.planned).toList();
    }

    /** Whether a started container still has to prove itself. */
    boolean settling() {
        return byName.values().stream().anyMatch(observation -> observation.proof != null && observation.proof.open());
    }

    /** Stops listening. */
    void close() {
        stream.close();
    }

    private Observation observation(String name) {
        return byName.computeIfAbsent(name, Observation::new);
    }

    private void onEvent(Observation observation, ContainerEvent event) {
        boolean start = event.action().equals("start");
        if (start) {
            observation.began(event.containerId());
        } else if (observation.id != null && !observation.id.equals(event.containerId())) {
            return;
        }
        switch (event.action()) {
            case "start" -> {
                if (observation.proof != null) {
                    observation.proof.cameUp();
                }
            }
            case "die" -> {
                observation.ended(event.exitCode());
                if (observation.proof != null) {
                    observation.proof.wentDown();
                }
                ask(observation);
            }
            case "health_status: healthy", "health_status: unhealthy" ->
                onHealth(observation, event.action().endsWith(" healthy"));
            default -> {
                // The other events change nothing that is waited for.
            }
        }
    }

    private void onHealth(Observation observation, boolean healthy) {
        if (observation.id == null) {
            ask(observation);
            return;
        }
        for (Wait wait : List.copyOf(observation.waits)) {
            if (wait.forHealth()) {
                end(observation, wait, healthy ? Verdict.GOOD : Observation.unhealthy(Observation.label(wait.planned)));
            }
        }
    }

    private void onSuccess(Observation observation) {
        for (Wait wait : List.copyOf(observation.waits)) {
            if (wait.forEnd()) {
                end(observation, wait, Verdict.GOOD);
            }
        }
    }

    /** Has the container inspected, unless what was heard of it answers all that is waited for. */
    private void ask(Observation observation) {
        if (observation.succeeded()) {
            onSuccess(observation);
        }
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
            Verdict verdict = observation.judge(wait, found, mailbox.now());
            end(observation, wait, verdict);
            if (!verdict.over() && wait.planned.action() instanceof Action.AwaitSteady steady) {
                wait.stopClock();
                Duration left = steady.steady().minusNanos(mailbox.now() - observation.upSince(wait));
                wait.timer = mailbox.after(left, () -> ask(observation));
            }
        }
        if (observation.proof != null) {
            observation.proof.judge(found, observation.lastExit);
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
        wait.stopClock();
        if (verdict.failure() != null) {
            follower.failed(wait.planned, verdict.failure());
            return;
        }
        if (observation.proof != null) {
            observation.proof.confirm();
        }
        follower.done(wait.planned);
    }

    private void giveUp(Observation observation, RuntimeException reason) {
        for (Wait wait : List.copyOf(observation.waits)) {
            observation.waits.remove(wait);
            wait.stopClock();
            follower.failed(wait.planned, reason);
        }
        Proof proof = observation.proof;
        if (proof != null && proof.open()) {
            proof.stopClock();
            observation.proof = null;
            follower.revoked(proof.start(), reason);
        }
    }
}
