package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;

/** A stub. */
final class EngineOnDemand {
    private EngineOnDemand() {}

    static void ensure(Session session) {
        throw new UnsupportedOperationException(session.toString());
    }
}
