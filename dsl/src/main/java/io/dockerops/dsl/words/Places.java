package io.dockerops.dsl.words;

import io.dockerops.engine.problem.SourceRef;
import java.util.Optional;

/** Tells which line of a script is being run. */
public interface Places {

    /**
     * The line of the innermost script that called the caller.
     *
     * @throws IllegalStateException when no script is running on this thread
     */
    SourceRef here();

    /** The line of the innermost script that {@code thrown} came through; empty when it came through none. */
    Optional<SourceRef> of(Throwable thrown);

    /**
     * What a script's exception means: a {@link io.dockerops.engine.problem.ProblemException} that says in the user's words
     * what is wrong with which line, or {@code thrown} itself when it is no mistake in the script but one of ours.
     *
     * @throws Error when {@code thrown} is one that no script can answer for
     */
    RuntimeException explain(Throwable thrown);
}
