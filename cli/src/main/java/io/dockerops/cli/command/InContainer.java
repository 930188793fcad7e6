package io.dockerops.cli.command;

import io.dockerops.cli.command.Syntax.Flag;
import io.dockerops.cli.command.Syntax.Text;
import io.dockerops.cli.session.ProjectContainers.Found;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Terminal;
import io.dockerops.engine.port.TerminalSession;
import java.util.List;

/** Runs a command in a container, connected with this process. */
final class InContainer {

    private final Text user;
    private final Text folder;
    private final Flag terminal;
    private final Flag noTerminal;

    InContainer(Syntax syntax) {
        user = syntax.text(
                "USER", "Who runs it: user or user:group. Without it: the container's user.", "-u", "--user");
        folder = syntax.text("FOLDER", "Where it runs. Without it: the container's folder.", "-w", "--workdir");
        terminal = syntax.flag("Give it a terminal even when this is none.", "-t", "--tty");
        noTerminal = syntax.flag("Give it no terminal, so that its output can be kept or piped.", "-T", "--no-tty");
    }

    /** Runs {@code command} and gives its exit code. */
    int run(Session session, Found found, List<String> command) {
        Terminal own = session.surroundings().terminal();
        boolean interactive = own.input() && own.output();
        boolean withTerminal = terminal.given() || (interactive && !noTerminal.given());
        TerminalSession inContainer = new TerminalSession(
                command,
                user.value(),
                folder.value(),
                withTerminal,
                session.surroundings().in(),
                session.surroundings().out(),
                session.surroundings().err());
        return Connected.run(
                session,
                withTerminal && interactive,
                control -> session.engine()
                        .on(found.host())
                        .attach(found.container().id(), inContainer, control));
    }
}
