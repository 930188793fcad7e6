package io.dockerops.engine.plan;

import java.util.List;

/**
 * An action with its place in the plan.
 *
 * @param number its number, from 1; smaller than those of all that come after it
 * @param action the call
 * @param cause why it is planned
 * @param differences the fields behind the cause; empty unless something is not as wanted
 * @param after the numbers of the actions that it waits for, ascending
 * @param trigger what must have become of those
 */
public record PlannedAction(
        int number, Action action, Cause cause, List<Difference> differences, List<Integer> after, Trigger trigger) {

    public PlannedAction {
        differences = List.copyOf(differences);
        after = List.copyOf(after);
    }

    /** What must have become of the actions that an action waits for. */
    public enum Trigger {
        /** All of them are done. */
        ALL_DONE,
        /** All of them have ended, and at least one failed or was skipped. Otherwise the action is not needed. */
        ANY_FAILED,
        /** All of them have been tried: each is done or has failed. */
        ALL_TRIED,
        /** All of them have ended, and at least one was begun. Also when the user ends the run before its time. */
        ALL_ENDED
    }
}
