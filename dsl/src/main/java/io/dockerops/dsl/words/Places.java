package io.dockerops.dsl.words;

import io.dockerops.engine.problem.SourceRef;

/** Tells a word where it was written. */
@FunctionalInterface
public interface Places {

    /**
     * The call of a word that is running now: the innermost line of a project's files on the stack, with the columns of
     * the call when they are known.
     *
     * @throws IllegalStateException when no file of the project is running
     */
    SourceRef here();
}
