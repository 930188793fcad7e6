package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;

/** A stub. */
final class EngineCommand implements Command {
    EngineCommand(Syntax syntax) {
        syntax.word("ACTION", "start, stop or status.");
    }

    @Override
    public int run(Session session) {
        throw new UnsupportedOperationException(session.toString());
    }
}
