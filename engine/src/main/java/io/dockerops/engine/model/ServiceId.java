package io.dockerops.engine.model;

/**
 * The name of a service.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 63 characters
 */
public record ServiceId(String name) implements ElementId, Comparable<ServiceId> {

    /** @throws IllegalArgumentException when the name breaks the rule */
    public ServiceId {
        Names.check("service", name);
    }

    @Override
    public String kind() {
        return "service";
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public int compareTo(ServiceId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
