package io.dockerops.engine.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the engine's objects are named.
 *
 * @param project the project's name, which is put in front of all others
 * @param scheme what the project says of names
 */
public record Naming(String project, NamingScheme scheme) {

    /** {@code project.service} or {@code project.service.instance}, unless the scheme says otherwise. */
    public String container(InstanceId id) {
        return scheme.containers().map(pattern -> name(pattern, id)).orElseGet(() -> plain(id.label()));
    }

    /** {@code project.network}, unless the scheme says otherwise. */
    public String network(NetworkId id) {
        return scheme.networks()
                .map(pattern -> pattern.name(names("network", id.name())))
                .orElseGet(() -> plain(id.name()));
    }

    /** {@code project.volume}, or {@code project.service.volume}, unless the scheme says otherwise. */
    public String volume(VolumeId id) {
        return scheme.volumes()
                .map(pattern -> pattern.name(names("volume", id.label())))
                .orElseGet(() -> plain(id.label()));
    }

    private String plain(String label) {
        return project + "." + label;
    }

    /** The name that an instance has for itself; empty when the engine is to choose. */
    public Optional<String> hostname(InstanceId id) {
        if (!scheme.setHostNames().orElse(true)) {
            return Optional.empty();
        }
        return Optional.of(
                scheme.hostNames().map(pattern -> dashed(name(pattern, id))).orElseGet(() -> alias(id)));
    }

    /** The name by which all instances of a service are found in its networks. */
    public String alias(ServiceId id) {
        return id.name();
    }

    /**
     * The name by which an instance is found in its networks, whatever the scheme: {@code service} or
     * {@code service-instance}, with {@code -} for the {@code _} that host names cannot have.
     */
    public String alias(InstanceId id) {
        return dashed(id.label());
    }

    private static String dashed(String name) {
        return name.replace('.', '-').replace('_', '-');
    }

    private Map<String, String> names(String part, String name) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("project", project);
        names.put(part, name);
        return names;
    }

    private String name(NamePattern pattern, InstanceId id) {
        Map<String, String> names = names("service", id.service().name());
        id.instance().ifPresent(instance -> names.put("instance", instance));
        return pattern.name(names);
    }
}
