package io.dockerops.engine.model;

/**
 * The name of a group of services and instances.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 63 characters
 */
public record GroupId(String name) implements ElementId, Comparable<GroupId> {

    /** @throws IllegalArgumentException when the name breaks the rule */
    public GroupId {
        Names.check("group", name);
    }

    @Override
    public String kind() {
        return "group";
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public int compareTo(GroupId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
