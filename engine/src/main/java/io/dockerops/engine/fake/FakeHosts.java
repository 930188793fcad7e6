package io.dockerops.engine.fake;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.HostConnections;
import io.dockerops.engine.port.HostUnreachable;
import java.util.LinkedHashMap;
import java.util.Map;

/** Connections to fake engines, one per host, made when first asked for. Safe for use by several threads. */
public final class FakeHosts implements HostConnections {

    private final Map<HostId, FakeEngine> engines = new LinkedHashMap<>();
    private final Map<HostId, HostUnreachable> unreachable = new LinkedHashMap<>();

    /** The engine of this machine. */
    public FakeEngine local() {
        return engine(HostId.LOCAL);
    }

    /** The engine of {@code host}, also when it is unreachable. */
    public synchronized FakeEngine engine(HostId host) {
        return engines.computeIfAbsent(host, key -> new FakeEngine());
    }

    /** From now on {@code host} cannot be connected. */
    public synchronized void refuse(HostId host, HostUnreachable reason) {
        unreachable.put(host, reason);
    }

    /** Ends what {@link #refuse} began. */
    public synchronized void accept(HostId host) {
        unreachable.remove(host);
    }

    @Override
    public synchronized ContainerEngine engine(Host host) {
        HostUnreachable reason = unreachable.get(host.id());
        if (reason != null) {
            throw reason;
        }
        return engine(host.id());
    }

    /** Does nothing: a test may look at its engines after the project's connections have been closed. */
    @Override
    public void close() {}
}
