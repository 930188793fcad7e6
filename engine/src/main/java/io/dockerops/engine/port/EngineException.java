package io.dockerops.engine.port;

import java.util.Optional;

/**
 * The world did not do what was asked of it. The message is one sentence in plain words; what the engine itself said is
 * in {@link EngineRefused#engineMessage()}.
 */
public abstract sealed class EngineException extends RuntimeException
        permits HostUnreachable,
                EngineRefused,
                TimedOut,
                ContainerFailed,
                Cancelled,
                NameServerSilent,
                EngineException.Failed {

    private static final long serialVersionUID = 1L;

    private final transient Optional<String> hint;

    EngineException(String message, Optional<String> hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    EngineException(String message, Optional<String> hint) {
        super(message);
        this.hint = hint;
    }

    /** A way out, when one is known. */
    public Optional<String> hint() {
        return hint;
    }

    /** Something outside the engine failed: a tool of this machine, a file that cannot be read. */
    public static final class Failed extends EngineException {

        private static final long serialVersionUID = 1L;

        public Failed(String message, String hint) {
            super(message, Optional.of(hint));
        }

        public Failed(String message, Throwable cause) {
            super(message, Optional.empty(), cause);
        }
    }
}
