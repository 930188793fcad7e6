package io.dockerops.engine.model;

import java.nio.file.Path;
import java.util.Optional;

/** How an engine is reached. {@code toString} is the form that users write. */
public sealed interface HostAddress {

    /** The engine of this machine: {@code DOCKER_HOST} when it is set, else the default socket. */
    record Local() implements HostAddress {
        @Override
        public String toString() {
            return "local";
        }
    }

    /**
     * A Unix socket of this machine.
     *
     * @param socket an absolute path
     */
    record Unix(Path socket) implements HostAddress {
        @Override
        public String toString() {
            return "unix://" + socket;
        }
    }

    /**
     * A TCP port.
     *
     * @param name host name or address
     * @param port 1 to 65535
     * @param certificates the folder of {@code ca.pem}, {@code cert.pem} and {@code key.pem}; empty for no TLS
     */
    record Tcp(String name, int port, Optional<Path> certificates) implements HostAddress {
        public Tcp {
            checkPort(port);
        }

        @Override
        public String toString() {
            return "tcp://" + name + ":" + port;
        }
    }

    /**
     * An SSH server, beside whose engine's socket we log in.
     *
     * @param user the login; empty for the one that the SSH configuration names
     * @param name host name, address, or an alias of the SSH configuration
     * @param port the port; empty for the one that the SSH configuration names
     */
    record Ssh(Optional<String> user, String name, Optional<Integer> port) implements HostAddress {
        public Ssh {
            port.ifPresent(HostAddress::checkPort);
        }

        @Override
        public String toString() {
            return "ssh://" + user.map(login -> login + "@").orElse("") + name
                    + port.map(number -> ":" + number).orElse("");
        }
    }

    private static void checkPort(int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(port + " is not a port: 1 to 65535");
        }
    }
}
