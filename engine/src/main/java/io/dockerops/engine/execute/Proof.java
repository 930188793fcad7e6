package io.dockerops.engine.execute;

import io.dockerops.engine.execute.Observation.Verdict;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerFailed;
import io.dockerops.engine.port.ContainerStatus;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a container that a run started, and that is to stay up, does so. It is proven when it has been up for the settle
 * time; an action that waits for its health or steadiness proves it better. One crash is forgiven when the engine starts
 * it again by its restart policy; a second one is a loop. Belongs to the thread of the run.
 */
final class Proof {

    private static final int DEATHS_OF_A_LOOP = 2;

    /** How many times the settle time a container may take to come up again by its restart policy. */
    private static final int RESTART_ALLOWANCE = 8;

    /** What a proof needs of its surroundings. */
    interface Context {

        /** Has the container inspected; the answer comes to {@link #judge}. */
        void ask();

        /** Whether everything that happens to the container is heard. */
        boolean listening();

        /** The container has not stayed up. */
        void revoked(RuntimeException reason);
    }

    private final PlannedAction start;
    private final boolean awaited;
    private final Mailbox mailbox;
    private final Duration settle;
    private final Context context;

    private boolean called;
    private boolean proven;
    private boolean confirmed;
    /** Whether the settle time is over and only an inspection can tell how it went, since events were not heard. */
    private boolean unheard;

    private int deaths;
    /** Times of the mailbox; 0 when it was or is not so. */
    private long upSince;

    private long downSince;
    private Mailbox.@Nullable Timer timer;

    /** @param awaited whether an action of the plan waits for the container to be healthy or steady */
    Proof(PlannedAction start, boolean awaited, Mailbox mailbox, Duration settle, Context context) {
        this.start = start;
        this.awaited = awaited;
        this.mailbox = mailbox;
        this.settle = settle;
        this.context = context;
    }

    /** The start that is to be proven. */
    PlannedAction start() {
        return start;
    }

    /** Whether the engine said that it has started the container. */
    boolean called() {
        return called;
    }

    /** Whether it is still to be seen. */
    boolean open() {
        return called && !proven && !awaited;
    }

    /** When the container came up last, as a time of the mailbox. */
    long upSince() {
        return upSince;
    }

    /** The engine says that it has started the container. */
    void wasCalled() {
        called = true;
        if (upSince == 0) {
            upSince = mailbox.now();
        }
        if (deaths > 0) {
            context.ask();
        } else if (open()) {
            arm();
        }
    }

    /** The container came up. */
    void cameUp() {
        unheard = false;
        upSince = mailbox.now();
        if (called && deaths > 0) {
            context.ask();
        }
    }

    /** The container went down; it is being inspected. */
    void wentDown() {
        unheard = false;
        deaths++;
        stopClock();
    }

    /** An action that waited for the container to be healthy or steady was content. */
    void confirm() {
        confirmed = true;
    }

    /** Nothing is expected of the container any more. */
    void stopClock() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** Draws the conclusion of an inspection. The action that awaits the container draws its own until it is content. */
    void judge(Optional<ContainerDetails> found, int lastExit) {
        if (!called || (awaited && !confirmed)) {
            return;
        }
        Verdict verdict = verdict(found, lastExit);
        if (verdict.failure() != null) {
            stopClock();
            context.revoked(verdict.failure());
        } else if (open() && verdict.over()) {
            downSince = 0;
            proven = unheard;
            if (!proven) {
                arm();
            }
        } else if (open()) {
            unheard = false;
            awaitRestart(lastExit);
        }
    }

    private Verdict verdict(Optional<ContainerDetails> found, int lastExit) {
        String label = Observation.label(start);
        if (found.isEmpty()) {
            return Verdict.ended(label + " is gone; it ended", lastExit);
        }
        ContainerStatus status = found.get().status();
        if (status.active() && deaths >= DEATHS_OF_A_LOOP) {
            return Verdict.ended(label + " ends again and again, the last time", lastExit);
        }
        if (status.running()) {
            return Verdict.GOOD;
        }
        return status.active() ? Verdict.OPEN : Verdict.ended(label + " did not stay up; it ended", status.exitCode());
    }

    private void awaitRestart(int lastExit) {
        if (downSince == 0) {
            downSince = mailbox.now();
        }
        Duration left = settle.multipliedBy(RESTART_ALLOWANCE).minusNanos(mailbox.now() - downSince);
        stopClock();
        if (left.isNegative() || left.isZero()) {
            String message = Observation.label(start) + " did not come up again after it ended";
            context.revoked(new ContainerFailed(message + "; its exit code was " + lastExit, lastExit, ""));
        } else {
            timer = mailbox.after(left, context::ask);
        }
    }

    private void arm() {
        stopClock();
        timer = mailbox.after(settle.minusNanos(mailbox.now() - upSince), () -> {
            timer = null;
            if (context.listening()) {
                proven = true;
            } else {
                unheard = true;
                context.ask();
            }
        });
    }
}
