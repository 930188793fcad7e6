package io.dockerops.engine.model;

import java.util.Optional;

/**
 * One instance of a service, or the only one, which has no name.
 *
 * @param service the service
 * @param instance the instance's name; empty for the only instance of a service that declares none
 */
public record InstanceId(ServiceId service, Optional<String> instance) implements ElementId, Comparable<InstanceId> {

    /** @throws IllegalArgumentException when the instance's name breaks the rule for names */
    public InstanceId {
        instance.ifPresent(name -> Names.check("instance", name));
    }

    /** The unnamed instance of {@code service}. */
    public static InstanceId only(ServiceId service) {
        return new InstanceId(service, Optional.empty());
    }

    /** The instance {@code name} of {@code service}. */
    public static InstanceId named(ServiceId service, String name) {
        return new InstanceId(service, Optional.of(name));
    }

    @Override
    public String kind() {
        return "instance";
    }

    @Override
    public String label() {
        return instance.map(name -> service.name() + "." + name).orElse(service.name());
    }

    @Override
    public int compareTo(InstanceId other) {
        return label().compareTo(other.label());
    }

    @Override
    public String toString() {
        return label();
    }
}
