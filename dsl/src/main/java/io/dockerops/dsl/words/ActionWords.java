package io.dockerops.dsl.words;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;

/** The words in an {@code action} block: its steps, each after the one before, and how they hang together. */
public interface ActionWords extends StepWords {

    /**
     * Says which other actions are performed before this one.
     *
     * <pre>{@code
     * needs 'check'
     * }</pre>
     *
     * @param actions actions or their names
     * @since 0.1.0
     */
    void needs(Object... actions);

    /**
     * Lets the steps in the block be done side by side; the next step waits for all of them.
     *
     * <pre>{@code
     * together {
     *     exec 'db', 'vacuumdb --all'
     *     restart 'web'
     * }
     * }</pre>
     *
     * @since 0.1.0
     */
    void together(@DelegatesTo(value = StepWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> steps);

    /**
     * Does the steps in the block when all others have ended, whatever became of them, also when the user ends the run with
     * Ctrl-C.
     *
     * <pre>{@code
     * stop 'web'
     * exec 'db', 'pg_dump --file /backup/shop.sql shop'
     * afterwards {
     *     start 'web'
     * }
     * }</pre>
     *
     * @since 0.1.0
     */
    void afterwards(@DelegatesTo(value = StepWords.class, strategy = Closure.DELEGATE_FIRST) Closure<?> steps);
}
