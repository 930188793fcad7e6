package io.dockerops.dsl.words;

import java.util.List;

/** The words in a {@code policy} block, which is read each time something is planned. */
public interface PolicyWords {

    /**
     * All actions of the plan, in its order. Each has {@code number}, {@code verb}, {@code detail}, {@code cause}, {@code
     * host}, {@code kind}, {@code name}, {@code service}, {@code creation}, {@code removal} and {@code stop}.
     *
     * <pre>{@code
     * actions.each { if (it.kind == 'volume' && it.removal) refuse "the data of `$it.name` stays" }
     * }</pre>
     *
     * @since 0.1.0
     */
    List<ProposedAction> getActions();

    /**
     * Refuses the plan: nothing of it is done.
     *
     * <pre>{@code
     * if (actions.size() > 100) refuse 'more than 100 actions at once'
     * }</pre>
     *
     * @param reason what is wrong, without a full stop
     * @since 0.1.0
     */
    void refuse(String reason);

    /**
     * Refuses the plan, with a way out.
     *
     * <pre>{@code
     * if (actions.any { it.removal }) refuse 'nothing is removed on fridays', 'wait until monday'
     * }</pre>
     *
     * @since 0.1.0
     */
    void refuse(String reason, String hint);

    /**
     * Leaves something as it is: all actions about what {@code action} is about, and all that waits for them, are taken out
     * of the plan, with a warning.
     *
     * <pre>{@code
     * actions.findAll { it.service == 'db' }.each { leaveOut it, 'the database is changed by hand' }
     * }</pre>
     *
     * @since 0.1.0
     */
    void leaveOut(ProposedAction action, String reason);

    /**
     * Asks the user before anything is done. {@code --yes} answers all questions with yes.
     *
     * <pre>{@code
     * if (actions.any { it.stop && it.service == 'db' }) confirm 'The database stops for a while. Go on?'
     * }</pre>
     *
     * @param question a question that yes lets go on
     * @since 0.1.0
     */
    void confirm(String question);
}
