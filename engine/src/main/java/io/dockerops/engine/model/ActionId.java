package io.dockerops.engine.model;

/**
 * The name of an action that a project declares.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 63 characters
 */
public record ActionId(String name) implements ElementId, Comparable<ActionId> {

    /** @throws IllegalArgumentException when the name breaks the rule */
    public ActionId {
        Names.check("action", name);
    }

    @Override
    public String kind() {
        return "action";
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public int compareTo(ActionId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
