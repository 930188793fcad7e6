package io.dockerops.engine.model;

import io.dockerops.engine.problem.Mistake;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How an instance takes part in a network.
 *
 * @param network the network
 * @param aliases names beside {@code <service>} and {@code <service>-<instance>}
 * @param links services known by further names in this network alone; each is a dependency
 * @param ipv4 a fixed address
 * @param ipv6 a fixed address
 * @param linkLocal addresses of the link beside the others
 * @param mac the address of its network card; chosen by the engine when empty
 */
public record Endpoint(
        NetworkId network,
        List<String> aliases,
        List<Link> links,
        Optional<String> ipv4,
        Optional<String> ipv6,
        List<String> linkLocal,
        Optional<String> mac) {

    private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

    /** @throws IllegalArgumentException when an alias or an address is malformed */
    public Endpoint {
        aliases = List.copyOf(aliases);
        links = List.copyOf(links);
        linkLocal = List.copyOf(linkLocal);
        aliases.forEach(Rules::alias);
        ipv4.ifPresent(IpAddress::parseV4);
        ipv6.ifPresent(IpAddress::parseV6);
        linkLocal.forEach(IpAddress::parse);
        mac.filter(text -> !MAC.matcher(text).matches()).ifPresent(text -> {
            throw new Mistake("`" + text + "` is not the address of a network card", "write it as `02:42:0a:07:00:05`");
        });
    }

    /** An endpoint without links, addresses of the link and a network card's address. */
    public Endpoint(NetworkId network, List<String> aliases, Optional<String> ipv4, Optional<String> ipv6) {
        this(network, aliases, List.of(), ipv4, ipv6, List.of(), Optional.empty());
    }

    /** Takes part in {@code network} without further names or fixed addresses. */
    public static Endpoint plain(NetworkId network) {
        return new Endpoint(network, List.of(), Optional.empty(), Optional.empty());
    }
}
