package io.dockerops.engine.execute;

import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerFailed;
import io.dockerops.engine.port.ContainerStatus;
import io.dockerops.engine.port.ContainerStatus.Health;
import io.dockerops.engine.port.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run knows of one container, and what it wants to know. Belongs to the thread of the run. */
final class Observation {

    /** A container that crashes once may come up again by its restart policy; twice is a loop. */
    private static final int DEATHS_OF_A_LOOP = 2;

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
        final PlannedAction action;
        final boolean forHealth;
        Mailbox.@Nullable Timer deadline;

        Wait(PlannedAction action, boolean forHealth) {
            this.action = action;
            this.forHealth = forHealth;
        }
    }

    /** A start by this run of a container that is to stay up. */
    static final class Start {
        final PlannedAction action;
        /** Whether an action of the plan waits for its health, which proves more than staying up does. */
        final boolean awaited;

        boolean called;
        boolean proven;
        boolean healthy;
        int deaths;
        /** Times of the mailbox; 0 when it was or is not so. */
        long upSince;

        long restartingSince;
        Mailbox.@Nullable Timer proof;

        Start(PlannedAction action, boolean awaited) {
            this.action = action;
            this.awaited = awaited;
        }

        void stopClock() {
            if (proof != null) {
                proof.cancel();
                proof = null;
            }
        }
    }

    final List<Wait> waits = new ArrayList<>();
    String name;

    @Nullable
    String id;

    @Nullable
    Start start;
    /** Whether a question is under way, and whether it has to be asked again because something happened meanwhile. */
    boolean asking;

    boolean again;
    int lastExit;

    Observation(String name) {
        this.name = name;
    }

    /** Whether anything depends on what happens to the container. */
    boolean interesting() {
        return !waits.isEmpty() || (start != null && start.called);
    }

    /** What {@code found} means for {@code wait}. */
    Verdict judge(Wait wait, Optional<ContainerDetails> found) {
        String label = wait.action.action().subject().label();
        if (found.isEmpty()) {
            return lastExit == 0
                    ? Verdict.bad(label + " has no container any more")
                    : Verdict.ended(label + " ended", lastExit);
        }
        ContainerStatus status = found.get().status();
        return switch (status.state()) {
            case RESTARTING -> Verdict.OPEN;
            case RUNNING, PAUSED -> wait.forHealth ? judgeHealth(label, status) : Verdict.OPEN;
            case CREATED -> Verdict.bad(label + " was not started");
            case EXITED, DEAD, REMOVING -> judgeEnd(wait, label, status.exitCode());
        };
    }

    private static Verdict judgeEnd(Wait wait, String label, int exitCode) {
        if (wait.forHealth) {
            return Verdict.ended(label + " ended before it was healthy,", exitCode);
        }
        return exitCode == 0 ? Verdict.GOOD : Verdict.ended(label + " ended", exitCode);
    }

    private Verdict judgeHealth(String label, ContainerStatus status) {
        if (status.health().isEmpty()) {
            return Verdict.bad(label + " has no health check");
        }
        return switch (status.health().get()) {
            case HEALTHY -> Verdict.GOOD;
            case STARTING -> Verdict.OPEN;
            // What ran before this run may recover when what it depends on comes back; within its time, that is.
            case UNHEALTHY -> start == null ? Verdict.OPEN : unhealthy(label);
        };
    }

    static Verdict unhealthy(String label) {
        return Verdict.bad(label + " became " + Health.UNHEALTHY);
    }

    /** What {@code found} means for a start: good while it runs, open while the engine restarts it. */
    Verdict judge(Start begun, Optional<ContainerDetails> found) {
        String label = begun.action.action().subject().label();
        if (found.isEmpty()) {
            return Verdict.ended(label + " ended and is gone,", lastExit);
        }
        ContainerStatus status = found.get().status();
        boolean looping = begun.deaths >= DEATHS_OF_A_LOOP;
        if (looping && (status.running() || status.state() == ContainerStatus.State.RESTARTING)) {
            return Verdict.ended(label + " ends again and again", lastExit);
        }
        if (status.running()) {
            return Verdict.GOOD;
        }
        return status.state() == ContainerStatus.State.RESTARTING
                ? Verdict.OPEN
                : Verdict.ended(label + " ended soon after its start", status.exitCode());
    }
}
