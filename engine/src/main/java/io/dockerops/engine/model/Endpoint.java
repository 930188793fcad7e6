package io.dockerops.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * How an instance takes part in a network.
 *
 * @param network the network
 * @param aliases names beside {@code <service>} and {@code <service>-<instance>}
 * @param ipv4 a fixed address
 * @param ipv6 a fixed address
 */
public record Endpoint(NetworkId network, List<String> aliases, Optional<String> ipv4, Optional<String> ipv6) {

    public Endpoint {
        aliases = List.copyOf(aliases);
    }

    /** Takes part in {@code network} without further names or fixed addresses. */
    public static Endpoint plain(NetworkId network) {
        return new Endpoint(network, List.of(), Optional.empty(), Optional.empty());
    }
}
