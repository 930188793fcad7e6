package io.dockerops.engine.port;

import io.dockerops.engine.model.Host;

/** Gives the engines of hosts. One engine per host, however often it is asked for. */
public interface HostConnections extends AutoCloseable {

    /**
     * The engine of {@code host}, connected on first use.
     *
     * @throws HostUnreachable when it cannot be connected
     */
    ContainerEngine engine(Host host);

    /** Closes all engines. */
    @Override
    void close();
}
