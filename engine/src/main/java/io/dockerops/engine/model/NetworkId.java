package io.dockerops.engine.model;

/**
 * The name of a network.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 63 characters
 */
public record NetworkId(String name) implements ElementId, Comparable<NetworkId> {

    /** The network that instances without a network of their own are joined to. */
    public static final NetworkId DEFAULT = new NetworkId("default");

    /** @throws IllegalArgumentException when the name breaks the rule */
    public NetworkId {
        Names.check("network", name);
    }

    @Override
    public String kind() {
        return "network";
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public int compareTo(NetworkId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
