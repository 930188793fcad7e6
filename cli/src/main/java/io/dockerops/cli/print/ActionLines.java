package io.dockerops.cli.print;

import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.engine.execute.ActionOutcome;
import io.dockerops.engine.execute.RunEvent;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.PlannedAction;
import java.util.List;

/** A run as plain lines: one for each action that has ended, with its count. Not thread-safe. */
public final class ActionLines {

    private final Counts counts = new Counts();

    /** The lines that {@code event} gives; most events give none. */
    public List<Line> of(RunEvent event) {
        counts.apply(event);
        if (event instanceof RunEvent.ActionEnded ended) {
            return ended.outcome() instanceof ActionOutcome.NotNeeded
                    ? List.of()
                    : List.of(outcome(start(ended.action()), ended.outcome()));
        }
        if (event instanceof RunEvent.ActionRevoked revoked) {
            return List.of(start(revoked.action())
                    .add(Tone.RED, "failed after all: " + revoked.outcome().message()));
        }
        if (event instanceof RunEvent.ActionRetried retried) {
            String pause = Amounts.of(retried.pause());
            return List.of(start(retried.action())
                    .add(
                            Tone.YELLOW,
                            "again in " + pause + ": " + retried.reason().getMessage()));
        }
        return event instanceof RunEvent.Cancelling cancelling ? List.of(cancelling(cancelling)) : List.of();
    }

    /** The line about an action that runs for {@code elapsed} already. */
    public Line running(PlannedAction action, java.time.Duration elapsed) {
        return start(action).add(Tone.DIM, "running for " + Amounts.of(elapsed));
    }

    private Line start(PlannedAction planned) {
        String total = Integer.toString(counts.total());
        String ended = Integer.toString(counts.ended());
        Action action = planned.action();
        String detail = action.detail().isEmpty() ? "" : " " + action.detail();
        return Line.of(
                        Tone.DIM,
                        "[" + " ".repeat(Math.max(0, total.length() - ended.length())) + ended + "/" + total + "] ")
                .add(action.host() + " " + action.subject().qualified() + " " + action.verb() + detail + " … ");
    }

    private static Line outcome(Line line, ActionOutcome outcome) {
        if (outcome instanceof ActionOutcome.Done done) {
            return line.add(Tone.GREEN, "done").add(" in " + Amounts.of(done.duration()));
        }
        if (outcome instanceof ActionOutcome.Failed failed) {
            return line.add(Tone.RED, "failed")
                    .add(" after " + Amounts.of(failed.duration()) + ": ")
                    .add(failed.message());
        }
        return outcome instanceof ActionOutcome.SkippedBecauseOf skipped
                ? line.add(Tone.YELLOW, "skipped").add(" because of #" + skipped.action())
                : line.add(Tone.YELLOW, "cancelled");
    }

    /** What is said when the user presses Ctrl-C. */
    public static Line cancelling(RunEvent.Cancelling event) {
        if (event.atOnce()) {
            return Line.of(Tone.YELLOW, "Ending at once. The next run goes on from what is there.");
        }
        String waited = event.running() == 1 ? "1 running action has" : event.running() + " running actions have";
        return Line.of(Tone.YELLOW, "Ending as soon as " + waited + " ended. Ctrl-C again ends at once.");
    }
}
