package io.dockerops.engine.port;

import java.util.Locale;
import java.util.Optional;

/**
 * What a container is doing.
 *
 * @param state the engine's state
 * @param exitCode the exit code of the last process; 0 while none has ended
 * @param everStarted whether it was started at least once
 * @param health what its health check says; empty without a check
 * @param startedAt when it was started last, in RFC 3339 form; empty when never
 */
public record ContainerStatus(
        State state, int exitCode, boolean everStarted, Optional<Health> health, Optional<String> startedAt) {

    /** A container that was made and not started. */
    public static final ContainerStatus CREATED =
            new ContainerStatus(State.CREATED, 0, false, Optional.empty(), Optional.empty());

    /** The states of Docker's API. */
    public enum State {
        CREATED,
        RUNNING,
        PAUSED,
        RESTARTING,
        REMOVING,
        EXITED,
        DEAD;

        /** The state that Docker's API calls {@code name}. */
        public static State of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a health check says. */
    public enum Health {
        STARTING,
        HEALTHY,
        UNHEALTHY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether its process runs, paused or not. */
    public boolean running() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    /** Whether its process runs or will be started again by the engine. */
    public boolean active() {
        return running() || state == State.RESTARTING;
    }
}
