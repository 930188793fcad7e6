package io.dockerops.engine.execute;

import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerFailed;
import io.dockerops.engine.port.ContainerStatus;
import io.dockerops.engine.port.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run knows of one container, and what it wants to know. Belongs to the thread of the run. */
final class Observation {

    /**
     * What an answer of the engine means for a wait.
     *
     * @param over whether it ends the wait
     * @param failure why it failed; null when it did not
     */
    record Verdict(boolean over, @Nullable EngineException failure) {

        static final Verdict OPEN = new Verdict(false, null);
        static final Verdict GOOD = new Verdict(true, null);

        static Verdict bad(String message) {
            return new Verdict(true, new ContainerFailed(message));
        }

        static Verdict ended(String message, int exitCode) {
            return new Verdict(true, new ContainerFailed(message + " with exit code " + exitCode, exitCode, ""));
        }
    }

    /** An action that waits for something to happen to the container. */
    static final class Wait {

        final PlannedAction planned;
        /** When it began, as a time of the mailbox. */
        final long since;
        /** Ends a wait that has a limit, and asks again whether the container is steady. */
        Mailbox.@Nullable Timer timer;

        Wait(PlannedAction planned, long since) {
            this.planned = planned;
            this.since = since;
        }

        boolean forHealth() {
            return planned.action() instanceof Action.AwaitHealthy;
        }

        boolean forEnd() {
            return planned.action() instanceof Action.AwaitExit || planned.action() instanceof Action.AwaitEnd;
        }

        void stopClock() {
            if (timer != null) {
                timer.cancel();
                timer = null;
            }
        }
    }

    final List<Wait> waits = new ArrayList<>();
    String name;

    @Nullable
    String id;
    /** What became of its start by this run; null when this run did not start it or ends it itself. */
    @Nullable
    Proof proof;
    /** Whether a question is under way, and whether it has to be asked again because something happened meanwhile. */
    boolean asking;

    boolean again;
    int lastExit;
    /** Whether this run started it to run to its end. */
    boolean ends;

    private boolean over;

    Observation(String name) {
        this.name = name;
    }

    /** Forgets which container it is, since the run is about to start it, or another one of that name. */
    void forget() {
        id = null;
        ends = false;
        over = false;
    }

    /** The process of the container {@code container} has begun. */
    void began(String container) {
        id = container;
        over = false;
    }

    /** The process has ended. */
    void ended(int exitCode) {
        lastExit = exitCode;
        over = id != null;
    }

    /**
     * Whether the process that this run started to run to its end has ended well. The restart policies that go with that
     * bring back only what has failed.
     */
    boolean succeeded() {
        return ends && over && lastExit == 0;
    }

    /** Whether anything depends on what happens to the container. */
    boolean interesting() {
        return !waits.isEmpty() || (proof != null && proof.called());
    }

    /** What {@code found} means for {@code wait} at the time {@code now} of the mailbox. */
    Verdict judge(Wait wait, Optional<ContainerDetails> found, long now) {
        String label = label(wait.planned);
        if (found.isEmpty()) {
            return Verdict.ended(label + " is gone; it ended", lastExit);
        }
        ContainerStatus status = found.get().status();
        Action action = wait.planned.action();
        return switch (status.state()) {
            case CREATED -> Verdict.bad(label + " was not started");
            case RUNNING, PAUSED -> judgeRunning(wait, status, now);
            case RESTARTING ->
                action instanceof Action.AwaitSteady
                        ? Verdict.ended(label + " does not stay up; it ended", status.exitCode())
                        : Verdict.OPEN;
            case EXITED, DEAD, REMOVING -> judgeEnd(action, label, status.exitCode());
        };
    }

    private static Verdict judgeEnd(Action action, String label, int exitCode) {
        if (action instanceof Action.AwaitEnd) {
            return Verdict.GOOD;
        }
        if (action instanceof Action.AwaitExit) {
            return exitCode == 0 ? Verdict.GOOD : Verdict.ended(label + " ended", exitCode);
        }
        String sooner = action instanceof Action.AwaitHealthy ? " ended before it was healthy," : " ended soon,";
        return Verdict.ended(label + sooner, exitCode);
    }

    private Verdict judgeRunning(Wait wait, ContainerStatus status, long now) {
        if (wait.forHealth()) {
            return judgeHealth(label(wait.planned), status);
        }
        if (wait.planned.action() instanceof Action.AwaitSteady steady) {
            return now - upSince(wait) >= steady.steady().toNanos() ? Verdict.GOOD : Verdict.OPEN;
        }
        return Verdict.OPEN;
    }

    /** When it was started, as far as this run knows, as a time of the mailbox. */
    long upSince(Wait wait) {
        return proof == null ? wait.since : proof.upSince();
    }

    private Verdict judgeHealth(String label, ContainerStatus status) {
        if (status.health().isEmpty()) {
            return Verdict.bad(label + " has no health check");
        }
        return switch (status.health().get()) {
            case HEALTHY -> Verdict.GOOD;
            case STARTING -> Verdict.OPEN;
            // What ran before this run may recover when what it depends on comes back; within its time, that is.
            case UNHEALTHY -> proof == null ? Verdict.OPEN : unhealthy(label);
        };
    }

    static Verdict unhealthy(String label) {
        return Verdict.bad(label + " became unhealthy");
    }

    static String label(PlannedAction planned) {
        return planned.action().subject().label();
    }
}
