package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;

/** A stub. */
final class InitCommand implements Command {
    InitCommand(Syntax syntax) {
        syntax.word("FOLDER", "x");
    }

    @Override
    public int run(Session session) {
        throw new UnsupportedOperationException(session.toString());
    }
}
