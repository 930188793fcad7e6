package io.dockerops.engine.plan;

import io.dockerops.engine.model.DynamicDns;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.InstanceId;
import java.util.Optional;

/**
 * The DNS server that an action talks to.
 *
 * @param dns what the project says of it
 * @param container the container that is the server; empty when the project knows its address
 */
public record DnsServer(DynamicDns dns, Optional<Container> container) {

    /**
     * A container that is a DNS server.
     *
     * @param host the host that it runs on
     * @param instance whose container it is
     * @param name the engine's name for it
     */
    public record Container(HostId host, InstanceId instance, String name) {}
}
