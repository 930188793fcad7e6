package io.dockerops.engine.model;

/**
 * How the engine's objects are named.
 *
 * @param project the project's name, which is put in front of all others
 */
public record Naming(String project) {

    /** {@code project.service} or {@code project.service.instance}. */
    public String container(InstanceId id) {
        return project + "." + id.label();
    }

    /** {@code project.network}. */
    public String network(NetworkId id) {
        return project + "." + id.name();
    }

    /** {@code project.volume}. */
    public String volume(VolumeId id) {
        return project + "." + id.name();
    }

    /** {@code service} or {@code service-instance}, with {@code -} for the {@code _} that host names cannot have. */
    public String hostname(InstanceId id) {
        return id.label().replace('.', '-').replace('_', '-');
    }

    /** The name by which all instances of a service are found in its networks. */
    public String alias(ServiceId id) {
        return id.name();
    }
}
