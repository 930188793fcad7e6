package io.dockerops.engine.model;

/**
 * The name of a volume.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 63 characters
 */
public record VolumeId(String name) implements ElementId, Comparable<VolumeId> {

    /** @throws IllegalArgumentException when the name breaks the rule */
    public VolumeId {
        Names.check("volume", name);
    }

    @Override
    public String kind() {
        return "volume";
    }

    @Override
    public String label() {
        return name;
    }

    @Override
    public int compareTo(VolumeId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
