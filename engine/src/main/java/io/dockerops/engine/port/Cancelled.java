package io.dockerops.engine.port;

import java.util.Optional;

/** The user ended the run while this was under way. */
public final class Cancelled extends EngineException {

    private static final long serialVersionUID = 1L;

    public Cancelled() {
        super("cancelled", Optional.empty());
    }
}
