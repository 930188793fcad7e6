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
}
