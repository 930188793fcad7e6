package io.dockerops.engine.plan;

import io.dockerops.engine.problem.Problem;
import java.util.List;

/**
 * Looks at every plan before it is shown or carried out, and may refuse it or change it. It calls nothing: the same plan
 * gets the same rulings.
 */
public interface Policy {

    /** What users know it by. */
    String name();

    /** What is to become of {@code plan}; nothing when it may be carried out as it is. */
    List<Ruling> judge(Plan plan);

    /** What a policy says about a plan. */
    sealed interface Ruling {}

    /**
     * The plan may not be carried out.
     *
     * @param problem why, with the way out
     */
    record Refuse(Problem problem) implements Ruling {}

    /**
     * An element stays as it is: all actions about the element of one action, on its host, are left out, and so is all
     * that waits for them. Less would leave it half changed.
     *
     * @param action the number of the action
     * @param reason why, for a warning
     */
    record LeaveOut(int action, String reason) implements Ruling {}

    /**
     * The user is asked before the plan is carried out.
     *
     * @param question a question that yes lets go on
     */
    record Confirm(String question) implements Ruling {}
}
