package io.dockerops.engine.model;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A machine with a Docker engine.
 *
 * @param id its name in the project
 * @param address how its engine is reached
 * @param addresses its own addresses, by names at which services publish ports
 */
public record Host(HostId id, HostAddress address, SortedMap<String, String> addresses) {

    /** This machine. */
    public static final Host LOCAL = new Host(HostId.LOCAL, new HostAddress.Local());

    /** @throws IllegalArgumentException when an address is none */
    public Host {
        addresses = Ordered.sorted(addresses);
        addresses.values().forEach(IpAddress::parse);
    }

    /** A host without named addresses. */
    public Host(HostId id, HostAddress address) {
        this(id, address, Ordered.sorted(Map.<String, String>of()));
    }

    /** The address that {@code text} names or is; empty when it is the name of none. */
    public Optional<String> addressOf(String text) {
        return Port.isAddress(text) ? Optional.of(text) : Optional.ofNullable(addresses.get(text));
    }
}
