package io.dockerops.engine.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A port of a container.
 *
 * @param number 1 to 65535
 * @param protocol how it is spoken to
 */
public record Port(int number, Protocol protocol) implements Comparable<Port> {

    /** @throws IllegalArgumentException when the number is not a port */
    public Port {
        check(number);
    }

    /** A transport protocol. */
    public enum Protocol {
        TCP,
        UDP,
        SCTP;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A port that is reachable from outside.
     *
     * @param container the container's port
     * @param hostPort the host's port; chosen by the engine when empty
     * @param hostAddress the address it listens on, or the name that the host gives to one; all addresses when empty
     */
    public record Published(Port container, Optional<Integer> hostPort, Optional<String> hostAddress) {
        public Published {
            hostPort.ifPresent(Port::check);
        }
    }

    /**
     * What becomes of the ports that an image exposes.
     *
     * @param published whether they are reachable from outside, each at the host's port of the same number
     * @param hostAddress the address they listen on, or the name that the host gives to one; all addresses when empty
     */
    public record OfImage(boolean published, Optional<String> hostAddress) {}

    /** Whether {@code text} is an address and not the name of one. */
    public static boolean isAddress(String text) {
        return text.indexOf(':') >= 0 || text.matches("[0-9.]+");
    }

    /**
     * Reads {@code 80/tcp}, as Docker's API writes it.
     *
     * @throws IllegalArgumentException when it is not a port
     */
    public static Port parse(String text) {
        int slash = text.indexOf('/');
        String protocol = slash < 0 ? "tcp" : text.substring(slash + 1);
        return new Port(
                Integer.parseInt(slash < 0 ? text : text.substring(0, slash)),
                Protocol.valueOf(protocol.toUpperCase(Locale.ROOT)));
    }

    private static void check(int number) {
        if (number < 1 || number > 65535) {
            throw new IllegalArgumentException(number + " is not a port: 1 to 65535");
        }
    }

    @Override
    public int compareTo(Port other) {
        int byNumber = Integer.compare(number, other.number);
        return byNumber != 0 ? byNumber : protocol.compareTo(other.protocol);
    }

    /** {@code 80/tcp}, as Docker's API writes it. */
    @Override
    public String toString() {
        return number + "/" + protocol;
    }
}
