package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;
import java.util.Optional;

/** Which engine is the one of this machine. */
final class HostOption {

    private final Syntax.Text host;

    HostOption(Syntax syntax) {
        host = syntax.text(
                "ADDRESS",
                "The engine of this machine: unix:///path, tcp://name:port. Without it: DOCKER_HOST, else"
                        + " Docker's usual socket, else the private engine.",
                "--host");
    }

    /** The address that was given. */
    Optional<String> value() {
        return host.value();
    }

    void apply(Session session) {
        host.value().ifPresent(session::useHost);
    }
}
