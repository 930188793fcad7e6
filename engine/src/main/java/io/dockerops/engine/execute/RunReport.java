package io.dockerops.engine.execute;

import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.port.HostUnreachable;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * What became of a plan.
 *
 * @param plan the plan
 * @param outcomes one per action, in the order of their numbers
 * @param cancelled whether the user ended the run
 * @param duration how long the run took
 */
public record RunReport(Plan plan, List<ActionOutcome> outcomes, boolean cancelled, Duration duration) {

    /** @throws IllegalArgumentException when there is not one outcome per action */
    public RunReport {
        outcomes = List.copyOf(outcomes);
        if (outcomes.size() != plan.graph().actions().size()) {
            throw new IllegalArgumentException(
                    outcomes.size() + " outcomes of " + plan.graph().actions().size() + " actions");
        }
    }

    /** What became of the action {@code number}. */
    public ActionOutcome outcome(int number) {
        return outcomes.get(number - 1);
    }

    /** Whether the wanted state is reached: nothing failed and nothing was cancelled. */
    public boolean succeeded() {
        return !cancelled
                && outcomes.stream()
                        .allMatch(outcome ->
                                outcome instanceof ActionOutcome.Done || outcome instanceof ActionOutcome.NotNeeded);
    }

    /** The actions that failed, by number. */
    public List<PlannedAction> failed() {
        return select(ActionOutcome.Failed.class::isInstance);
    }

    /** The actions whose outcome {@code wanted} accepts, by number. */
    public List<PlannedAction> select(Predicate<ActionOutcome> wanted) {
        return plan.graph().actions().stream()
                .filter(action -> wanted.test(outcome(action.number())))
                .toList();
    }

    /** Whether an action failed by a bug of DockerOps. */
    public boolean internalError() {
        return outcomes.stream()
                .anyMatch(outcome -> outcome instanceof ActionOutcome.Failed failed && failed.internal());
    }

    /** Whether an action failed because its host could not be reached. */
    public boolean hostUnreachable() {
        return outcomes.stream()
                .anyMatch(outcome ->
                        outcome instanceof ActionOutcome.Failed failed && failed.cause() instanceof HostUnreachable);
    }
}
