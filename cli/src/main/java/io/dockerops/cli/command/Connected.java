package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Terminal;
import io.dockerops.engine.port.TerminalSession;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** This process's terminal while it is connected with a process in a container. */
final class Connected {

    private Connected() {}

    /**
     * Lets {@code connect} run, and gives what it gives.
     *
     * @param whole whether each key goes to the process, and the process hears how large the terminal is
     */
    @SuppressWarnings("try") // the terminal is raw as long as the resource is open
    static int run(Session session, boolean whole, ToIntFunction<Consumer<TerminalSession.Control>> connect) {
        Terminal own = session.surroundings().terminal();
        List<Terminal.Registration> resizing = new ArrayList<>();
        try (Terminal.Registration raw = whole ? own.raw() : () -> {}) {
            return connect.applyAsInt(control -> {
                if (whole) {
                    resizing.add(own.onResize(() -> resize(own, control)));
                    resize(own, control);
                }
            });
        } finally {
            resizing.forEach(Terminal.Registration::close);
            session.surroundings().out().flush();
            session.surroundings().err().flush();
        }
    }

    private static void resize(Terminal own, TerminalSession.Control control) {
        Terminal.Size size = own.size();
        control.resize(size.rows(), size.columns());
    }
}
