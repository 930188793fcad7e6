package io.dockerops.cli.live;

import io.dockerops.cli.print.ActionKind;
import io.dockerops.cli.print.Amounts;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.engine.execute.ActionOutcome;
import io.dockerops.engine.execute.RunEvent;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.plan.PlannedAction.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All actions of a run about one element on one host: one line while one of them runs, one line when the last has ended.
 * Not thread-safe; times are in nanoseconds.
 */
final class Subject {

    private final String label;
    private final boolean wayBack;
    private final List<String> done = new ArrayList<>();
    private final Map<Integer, Running> running = new LinkedHashMap<>();
    private int open;
    private Duration work = Duration.ZERO;
    private String failure = "";
    private String unfinished = "";

    private static final class Running {
        private final PlannedAction action;
        private final long start;
        private final TransferProgress progress = new TransferProgress();
        private String trouble = "";

        Running(PlannedAction action, long start) {
            this.action = action;
            this.start = start;
        }
    }

    /** @param wayBack whether its actions bring back the old container after a failure */
    Subject(String label, boolean wayBack) {
        this.label = label;
        this.wayBack = wayBack;
    }

    String label() {
        return label;
    }

    /** Counts an action that is about this element. */
    void expect() {
        open++;
    }

    boolean isRunning() {
        return !running.isEmpty();
    }

    /** Whether its last action has ended. */
    boolean isOver() {
        return open == 0;
    }

    void started(PlannedAction action, long now) {
        running.put(action.number(), new Running(action, now));
    }

    void progressed(RunEvent.ActionProgress event) {
        Running state = running.get(event.action().number());
        if (state != null) {
            state.progress.add(event.progress());
        }
    }

    void retried(RunEvent.ActionRetried event) {
        Running state = running.get(event.action().number());
        if (state != null) {
            state.trouble = "again in " + Amounts.of(event.pause()) + ": "
                    + event.reason().getMessage();
        }
    }

    /** @param skippedBy the label of what failed, when the action was skipped */
    void ended(PlannedAction action, ActionOutcome outcome, String skippedBy) {
        running.remove(action.number());
        open--;
        ActionKind kind = ActionKind.of(action.action());
        if (outcome instanceof ActionOutcome.Done finished) {
            done.add(kind.done());
            work = work.plus(finished.duration());
        } else if (outcome instanceof ActionOutcome.Failed failed) {
            failure = kind.doing() + " failed: " + failed.message();
            work = work.plus(failed.duration());
        } else if (outcome instanceof ActionOutcome.SkippedBecauseOf) {
            unfinished = "skipped because " + skippedBy + " failed";
        } else if (outcome instanceof ActionOutcome.Cancelled && action.trigger() != Trigger.ANY_FAILED) {
            unfinished = "not done: the run was ended";
        }
    }

    /** The line while an action runs; the oldest one when several do. */
    Line now(int labelWidth, long now) {
        Running first = running.values().iterator().next();
        String doing = ActionKind.of(first.action.action()).doing();
        Line line = new Line()
                .add("  " + label)
                .padTo(labelWidth + 4)
                .add(Tone.CYAN, doing)
                .add(Tone.DIM, "  " + Amounts.of(Duration.ofNanos(now - first.start)));
        Line more = first.trouble.isEmpty() ? first.progress.line() : Line.of(Tone.YELLOW, first.trouble);
        return more.width() == 0 ? line : line.add("  ").add(more);
    }

    /** The line when all actions have ended; empty when there is nothing to tell. */
    List<Line> end(int labelWidth, Symbols symbols) {
        if (done.isEmpty() && failure.isEmpty() && unfinished.isEmpty()) {
            return List.of();
        }
        String text = (wayBack ? "brought back: " : "") + String.join(", ", done);
        Line line = new Line();
        if (!failure.isEmpty()) {
            line.add(Tone.RED, symbols.failed()).add(" " + label).padTo(labelWidth + 4);
            line.add(text.isEmpty() ? "" : text + "; ").add(Tone.RED, failure);
        } else if (!unfinished.isEmpty()) {
            line.add(Tone.YELLOW, symbols.skipped()).add(" " + label).padTo(labelWidth + 4);
            line.add(text.isEmpty() ? "" : text + "; ").add(Tone.YELLOW, unfinished);
        } else {
            line.add(Tone.GREEN, symbols.done()).add(" " + label).padTo(labelWidth + 4);
            line.add(text);
        }
        return List.of(work.isZero() ? line : line.add(Tone.DIM, "  " + Amounts.of(work)));
    }
}
