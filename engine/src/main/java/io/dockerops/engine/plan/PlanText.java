package io.dockerops.engine.plan;

import java.util.stream.Collectors;

/** The text form of plans: one line per action, with the actions it waits for, number, host, subject, call and cause. */
public final class PlanText {

    private PlanText() {}

    /** The lines of all actions, each ended by a line feed; with {@code differences}, each field on a line below. */
    public static String of(Plan plan, boolean differences) {
        StringBuilder text = new StringBuilder();
        for (PlannedAction planned : plan.graph().actions()) {
            text.append(line(planned)).append('\n');
            if (differences) {
                planned.differences()
                        .forEach(difference ->
                                text.append("      ").append(difference).append('\n'));
            }
        }
        return text.toString();
    }

    /** The line of one action, such as {@code [3] -> #4 data instance:db.main StartContainer, missing}. */
    public static String line(PlannedAction planned) {
        Action action = planned.action();
        String after = planned.after().stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        String detail = action.detail().isEmpty() ? "" : " " + action.detail();
        return after + arrow(planned.trigger()) + planned.number() + " " + action.host() + " "
                + action.subject().qualified() + " " + action.verb() + detail + ", " + planned.cause();
    }

    private static String arrow(PlannedAction.Trigger trigger) {
        return switch (trigger) {
            case ALL_DONE -> " -> #";
            case ANY_FAILED -> " -!> #";
            case ALL_TRIED, ALL_ENDED -> " -*> #";
        };
    }
}
