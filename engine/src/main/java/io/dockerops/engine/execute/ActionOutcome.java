package io.dockerops.engine.execute;

import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.EngineRefused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What became of one action of a plan. */
public sealed interface ActionOutcome {

    /**
     * It did what it should.
     *
     * @param duration from its start to its end
     */
    record Done(Duration duration) implements ActionOutcome {}

    /**
     * It did not.
     *
     * @param cause an {@link EngineException} when the world is to blame; anything else is a bug of DockerOps
     * @param log the last lines of the log or output of the container that it is about; empty when there is none or it
     *     could not be read in time
     * @param hint a way out, one line; empty when none is known
     * @param duration from its start to its end
     */
    record Failed(RuntimeException cause, List<String> log, Optional<String> hint, Duration duration)
            implements ActionOutcome {
        public Failed {
            log = List.copyOf(log);
        }

        /** Whether a bug of DockerOps is to blame. */
        public boolean internal() {
            return !(cause instanceof EngineException);
        }

        /** What went wrong: the engine's own words when it refused, else one sentence. */
        public String message() {
            if (cause instanceof EngineRefused refused) {
                return refused.engineMessage();
            }
            return cause.getMessage() == null ? cause.toString() : cause.getMessage();
        }
    }

    /**
     * It was not tried, because something that it depends on failed.
     *
     * @param action the number of the action that failed; never of one that was itself skipped
     */
    record SkippedBecauseOf(int action) implements ActionOutcome {}

    /** It was to run only if something failed, and nothing did; or it belongs to such an action. */
    record NotNeeded() implements ActionOutcome {}

    /** The user ended the run before it was done. */
    record Cancelled() implements ActionOutcome {}
}
