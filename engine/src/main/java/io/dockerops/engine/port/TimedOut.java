package io.dockerops.engine.port;

import java.time.Duration;
import java.util.Optional;

/** Something did not happen in the time that it had. */
public final class TimedOut extends EngineException {

    private static final long serialVersionUID = 1L;

    private final Duration waited;

    /** @param what such as {@code web.one did not become healthy} */
    public TimedOut(String what, Duration waited) {
        super(what + " within " + waited.toMillis() / 1000.0 + " s", Optional.empty());
        this.waited = waited;
    }

    /** How long it was waited for. */
    public Duration waited() {
        return waited;
    }
}
