package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.problem.SourceRef;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The clients of a client file.
 *
 * @param byName each client by its name in the file, in the order of the file
 */
record Clients(Map<String, Client> byName) {

    /** The client of containers that name none. */
    static final String DEFAULT = "__default__";

    /** There is no client file. */
    static final Clients NONE = new Clients(Map.of());

    Clients {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /**
     * A client.
     *
     * @param host its engine; empty when the client only says more about this machine's
     * @param place where it is declared
     * @param interfaces the names of its addresses, by the names that ports are published on
     * @param interfacesIpv6 the same for its addresses of IPv6
     * @param domain the domain of its containers
     * @param stopTimeout how long its containers have to stop, unless they say otherwise
     */
    record Client(
            Optional<Host> host,
            SourceRef place,
            SortedMap<String, String> interfaces,
            SortedMap<String, String> interfacesIpv6,
            Optional<String> domain,
            Optional<Duration> stopTimeout) {}

    /** The client of containers that name none, when the file has one. */
    Optional<Client> unnamed() {
        return Optional.ofNullable(byName.get(DEFAULT));
    }

    List<Host> hosts() {
        return byName.values().stream()
                .flatMap(client -> client.host().stream())
                .toList();
    }

    /** The host that a client stands for. */
    static HostId id(String client) {
        return client.equals(DEFAULT) ? new HostId("default") : new HostId(client);
    }
}
