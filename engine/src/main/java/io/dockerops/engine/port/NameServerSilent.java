package io.dockerops.engine.port;

import java.util.Optional;

/** A DNS server does not answer, or not yet for the zone that it is asked about. It may do so a little later. */
public final class NameServerSilent extends EngineException {

    private static final long serialVersionUID = 1L;

    /** Tells what did not come, and a way out. */
    public NameServerSilent(String message, String hint) {
        super(message, Optional.of(hint));
    }
}
