package io.dockerops.engine.model;

/**
 * The name of one Docker engine.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 63 characters
 */
public record HostId(String name) implements ElementId, Comparable<HostId> {

    /** The engine of this machine, which every project has without declaring it. */
    public static final HostId LOCAL = new HostId("local");

    /** @throws IllegalArgumentException when the name breaks the rule */
    public HostId {
        Names.check("host", name);
    }

    @Override
    public String kind() {
        return "host";
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public int compareTo(HostId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
