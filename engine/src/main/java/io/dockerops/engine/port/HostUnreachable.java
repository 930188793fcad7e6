package io.dockerops.engine.port;

import java.util.Optional;

/** An engine does not answer, or stopped answering. Nothing is known of what it did with the last call. */
public final class HostUnreachable extends EngineException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why an engine cannot be reached. */
    public enum Reason {
        /** Nothing listens there: no socket file, connection refused. */
        NOT_RUNNING,
        /** The socket exists, and this user may not open it. */
        NO_PERMISSION,
        /** The name or address leads nowhere, or the certificates do not fit. */
        NO_CONNECTION,
        /** It answered before and does not any more. */
        LOST
    }

    public HostUnreachable(Reason reason, String message, String hint, Throwable cause) {
        super(message, Optional.of(hint), cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
