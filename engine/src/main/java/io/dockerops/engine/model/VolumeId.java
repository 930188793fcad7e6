package io.dockerops.engine.model;

import java.util.Optional;

/**
 * The name of a volume.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 63 characters
 * @param parent the service that attaches it, where volumes are named after that too
 */
public record VolumeId(String name, Optional<ServiceId> parent) implements ElementId, Comparable<VolumeId> {

    /** @throws IllegalArgumentException when the name breaks the rule */
    public VolumeId {
        Names.check("volume", name);
    }

    /**
     * A volume named by itself alone.
     *
     * @throws IllegalArgumentException when the name breaks the rule
     */
    public VolumeId(String name) {
        this(name, Optional.empty());
    }

    /** The volume of this name that {@code service} attaches. */
    public VolumeId of(ServiceId service) {
        return new VolumeId(name, Optional.of(service));
    }

    /**
     * The volume behind a label.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static VolumeId parse(String label) {
        int dot = label.indexOf('.');
        return dot < 0
                ? new VolumeId(label)
                : new VolumeId(label.substring(dot + 1), Optional.of(new ServiceId(label.substring(0, dot))));
    }

    @Override
    public String kind() {
        return "volume";
    }

    @Override
    public String label() {
        return parent.map(service -> service.name() + "." + name).orElse(name);
    }

    @Override
    public int compareTo(VolumeId other) {
        return label().compareTo(other.label());
    }

    @Override
    public String toString() {
        return label();
    }
}
