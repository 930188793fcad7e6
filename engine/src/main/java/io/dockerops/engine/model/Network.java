package io.dockerops.engine.model;

import io.dockerops.engine.problem.Mistake;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A user-defined network, made on each host that has an instance in it.
 *
 * @param id its name in the project
 * @param driver the driver; {@code bridge} by default
 * @param options options of the driver
 * @param internal whether it has no way out
 * @param subnets its subnets; chosen by the engine when empty
 * @param ipv6 whether it has addresses of IPv6 also without a subnet of IPv6
 * @param attachable whether containers of others may join it, where it belongs to a swarm
 * @param labels its labels
 */
public record Network(
        NetworkId id,
        String driver,
        SortedMap<String, String> options,
        boolean internal,
        List<Subnet> subnets,
        boolean ipv6,
        boolean attachable,
        SortedMap<String, String> labels) {

    /** The driver of networks that name none. */
    public static final String DEFAULT_DRIVER = "bridge";

    public Network {
        options = Ordered.sorted(options);
        subnets = List.copyOf(subnets);
        labels = Ordered.sorted(labels);
    }

    /** A bridge network with the engine's defaults. */
    public static Network plain(NetworkId id) {
        return new Network(id, DEFAULT_DRIVER, Ordered.sorted(), false, List.of(), false, false, Ordered.sorted());
    }

    /** Whether it has addresses of IPv6. */
    public boolean hasIpv6() {
        return ipv6
                || subnets.stream()
                        .anyMatch(subnet -> Cidr.parse(subnet.cidr()).first().bits() == IpAddress.V6_BITS);
    }

    /**
     * One subnet of a network.
     *
     * @param cidr such as {@code 10.7.0.0/16}
     * @param gateway the gateway's address; chosen by the engine when empty
     * @param range the part of the subnet that addresses are given from, in CIDR form; all of it when empty
     */
    public record Subnet(String cidr, Optional<String> gateway, Optional<String> range) {

        /** @throws IllegalArgumentException when a part is malformed or lies outside the subnet */
        public Subnet {
            Cidr all = Cidr.parse(cidr);
            if (gateway.isPresent() && !all.contains(IpAddress.parse(gateway.get()))) {
                throw new Mistake("the gateway " + gateway.get() + " is not in the subnet " + cidr);
            }
            if (range.isPresent() && !all.contains(Cidr.parse(range.get()))) {
                throw new Mistake("the range " + range.get() + " is not in the subnet " + cidr);
            }
        }
    }
}
