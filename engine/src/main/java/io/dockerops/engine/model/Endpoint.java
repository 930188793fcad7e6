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

    /** @throws IllegalArgumentException when an alias or an address is malformed */
    public Endpoint {
        aliases = List.copyOf(aliases);
        aliases.forEach(Rules::alias);
        ipv4.ifPresent(IpAddress::parseV4);
        ipv6.ifPresent(IpAddress::parseV6);
    }

    /** Takes part in {@code network} without further names or fixed addresses. */
    public static Endpoint plain(NetworkId network) {
        return new Endpoint(network, List.of(), Optional.empty(), Optional.empty());
    }
}
