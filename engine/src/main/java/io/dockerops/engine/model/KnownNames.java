package io.dockerops.engine.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a DNS server says of some names and addresses. Names are whole, in lower case and without the dot at their end.
 *
 * @param addresses the IPv4 addresses of each name; names that have none are left out
 * @param names the name of each address, or that it has none; left out are addresses whose reverse zone the server has not
 */
public record KnownNames(SortedMap<String, List<String>> addresses, SortedMap<String, Optional<String>> names) {

    /** Nothing is known. */
    public static final KnownNames NONE = new KnownNames(Ordered.sorted(), Ordered.sorted());

    public KnownNames {
        addresses = Ordered.sorted(addresses);
        names = Ordered.sorted(names);
    }

    /** The addresses of {@code name}; none when it has none. */
    public List<String> addresses(String name) {
        return addresses.getOrDefault(name, List.of());
    }

    /** The name of {@code address}; empty when it has none, or when that is not for the server to say. */
    public Optional<String> name(String address) {
        return names.getOrDefault(address, Optional.empty());
    }

    /** Whether the server has the reverse zone of {@code address}. */
    boolean hasReverse(String address) {
        return names.containsKey(address);
    }
}
