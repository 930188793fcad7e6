package io.dockerops.engine.docker.transport;

import java.io.IOException;

/**
 * Opens byte-stream connections to one engine. Used by several threads at once.
 */
public interface Dialer {

    /**
     * Opens a new connection, waiting no longer than the implementation's own limit.
     *
     * @throws TransportException with the reason, where the implementation can tell it
     * @throws IOException when no connection came about for another reason
     */
    ByteConnection dial() throws IOException;

    /** Where the connections lead, as users write it, for messages: {@code unix:///var/run/docker.sock}. */
    String address();

    /**
     * The value of the {@code Host} header; {@code docker} by default. Never a file path: engines refuse characters
     * that no host name has.
     */
    default String hostHeader() {
        return "docker";
    }
}
