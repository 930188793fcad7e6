package io.dockerops.cli.print;

import io.dockerops.cli.print.ActionKind.Effect;
import io.dockerops.engine.execute.ActionOutcome;
import io.dockerops.engine.execute.RunReport;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.plan.PlannedAction.Trigger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** How many elements of a project a plan creates, replaces, changes and so on. Ways back after failures do not count. */
public final class Tally {

    private final Map<Change, Integer> counts;

    /** What becomes of one element by all actions about it. */
    private enum Change {
        CREATE("create", "created"),
        REPLACE("replace", "replaced"),
        CHANGE("change", "changed"),
        REMOVE("remove", "removed"),
        START("start", "started"),
        RESTART("restart", "restarted"),
        STOP("stop", "stopped"),
        RUN("run a command in", "given a command"),
        SIGNAL("signal", "signalled"),
        END("run to its end", "run to its end");

        private final String plan;
        private final String past;

        Change(String plan, String past) {
            this.plan = plan;
            this.past = past;
        }
    }

    private record Subject(HostId host, ElementId element) {}

    private Tally(Map<Change, Integer> counts) {
        this.counts = counts;
    }

    /** What {@code plan} would do. */
    public static Tally of(Plan plan) {
        return of(plan, action -> true);
    }

    /** What was done: elements of which an action failed, or was not tried, do not count. */
    public static Tally of(RunReport report) {
        return of(report.plan(), action -> report.outcome(action.number()) instanceof ActionOutcome.Done);
    }

    private static Tally of(Plan plan, Predicate<PlannedAction> counts) {
        Map<Subject, Set<Effect>> effects = new LinkedHashMap<>();
        Set<Subject> incomplete = new java.util.LinkedHashSet<>();
        for (PlannedAction planned : withoutWaysBack(plan)) {
            Subject subject =
                    new Subject(planned.action().host(), planned.action().subject());
            effects.computeIfAbsent(subject, any -> EnumSet.noneOf(Effect.class))
                    .add(ActionKind.of(planned.action()).effect());
            if (!counts.test(planned)) {
                incomplete.add(subject);
            }
        }
        effects.keySet().removeAll(incomplete);
        Map<Change, Integer> changes = new EnumMap<>(Change.class);
        for (Set<Effect> each : effects.values()) {
            Change change = change(each);
            if (change != null) {
                changes.merge(change, 1, Integer::sum);
            }
        }
        return new Tally(changes);
    }

    private static List<PlannedAction> withoutWaysBack(Plan plan) {
        List<PlannedAction> actions = new ArrayList<>();
        Set<Integer> back = new java.util.HashSet<>();
        for (PlannedAction planned : plan.graph().actions()) {
            if (planned.trigger() == Trigger.ANY_FAILED
                    || planned.after().stream().anyMatch(back::contains)) {
                back.add(planned.number());
            } else {
                actions.add(planned);
            }
        }
        return actions;
    }

    private static @org.jspecify.annotations.Nullable Change change(Set<Effect> effects) {
        if (effects.contains(Effect.ENDS)) {
            return Change.END;
        }
        if (effects.contains(Effect.CREATES)) {
            return effects.contains(Effect.REMOVES) ? Change.REPLACE : Change.CREATE;
        }
        if (effects.contains(Effect.REMOVES)) {
            return Change.REMOVE;
        }
        if (effects.contains(Effect.CHANGES)) {
            return Change.CHANGE;
        }
        if (effects.contains(Effect.STARTS)) {
            return effects.contains(Effect.STOPS) ? Change.RESTART : Change.START;
        }
        if (effects.contains(Effect.STOPS)) {
            return Change.STOP;
        }
        if (effects.contains(Effect.RUNS)) {
            return Change.RUN;
        }
        if (effects.contains(Effect.SIGNALS)) {
            return Change.SIGNAL;
        }
        return effects.contains(Effect.NAMES) ? Change.CHANGE : null;
    }

    /** {@code 3 to create, 1 to change, 0 to remove}; the other kinds only when there are some. */
    public String planned() {
        List<String> parts = new ArrayList<>();
        for (Change change : Change.values()) {
            int count = counts.getOrDefault(change, 0);
            boolean always = change == Change.CREATE || change == Change.CHANGE || change == Change.REMOVE;
            if (always || count > 0) {
                parts.add(count + " to " + change.plan);
            }
        }
        return String.join(", ", parts);
    }

    /** {@code 3 created, 1 changed}; {@code nothing changed} when there is none. */
    public String done() {
        List<String> parts = new ArrayList<>();
        counts.forEach((change, count) -> parts.add(count + " " + change.past));
        return parts.isEmpty() ? "nothing changed" : String.join(", ", parts);
    }
}
