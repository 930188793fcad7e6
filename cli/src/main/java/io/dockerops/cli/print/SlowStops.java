package io.dockerops.cli.print;

import io.dockerops.cli.terminal.Line;
import io.dockerops.engine.execute.ActionOutcome.Done;
import io.dockerops.engine.execute.RunReport;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.PlannedAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The containers of a run that did not end in the time that they had for it, and were killed: most often since the first
 * process of a container hears no signal that it has not asked for. Whoever waited for that is told what helps.
 */
public final class SlowStops {

    private SlowStops() {}

    /** A line about them; empty when there are none. */
    public static Optional<Line> note(RunReport report) {
        List<String> names = new ArrayList<>();
        Duration longest = Duration.ZERO;
        for (PlannedAction planned : report.plan().graph().actions()) {
            if (planned.action() instanceof Action.StopContainer stop
                    && report.outcome(planned.number()) instanceof Done done
                    && !stop.timeout().isZero()
                    && done.duration().compareTo(stop.timeout()) >= 0) {
                names.add(stop.subject().label());
                longest = longest.compareTo(stop.timeout()) > 0 ? longest : stop.timeout();
            }
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Line()
                .add(Amounts.listed(names) + (names.size() == 1 ? " was" : " were") + " killed, not having ended in "
                        + Amounts.of(longest) + ": see the words `init`, `stopSignal` and `stopTimeout`."));
    }
}
