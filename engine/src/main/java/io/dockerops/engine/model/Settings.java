package io.dockerops.engine.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * All that can be said of the containers of a service. A service has settings, and each of its instances may have some of
 * its own that go over them.
 *
 * @param hosts where it runs: on one host, or once on each of several; on this machine when empty
 * @param image where its image comes from; an image with the service's name when empty
 * @param process what runs
 * @param environment environment variables
 * @param mounts what it sees at its paths
 * @param links the services it depends on
 * @param networking how it is reached
 * @param limits what it may use at most
 * @param health how the engine finds out whether it works; the image's check when empty
 * @param lifecycle how it starts and ends
 * @param labels labels beside those of DockerOps
 * @param attributes fields of Docker's API that the language has words for, over those that come from what is above
 * @param options fields of Docker's API as they are, over all others
 */
public record Settings(
        List<HostId> hosts,
        Optional<Image> image,
        ContainerProcess process,
        SortedMap<String, EnvValue> environment,
        List<Mount> mounts,
        List<Link> links,
        Networking networking,
        Limits limits,
        Optional<HealthCheck> health,
        Lifecycle lifecycle,
        SortedMap<String, String> labels,
        SortedMap<FieldPath, Value> attributes,
        SortedMap<FieldPath, Value> options) {

    /** Says nothing. */
    public static final Settings EMPTY = new Settings(
            List.of(),
            Optional.empty(),
            ContainerProcess.EMPTY,
            Ordered.sorted(),
            List.of(),
            List.of(),
            Networking.EMPTY,
            Limits.NONE,
            Optional.empty(),
            Lifecycle.EMPTY,
            Ordered.sorted(),
            Ordered.<FieldPath, Value>sorted(Map.of()),
            Ordered.<FieldPath, Value>sorted(Map.of()));

    public Settings {
        hosts = hosts.stream().distinct().toList();
        environment = Ordered.sorted(environment);
        mounts = List.copyOf(mounts);
        links = List.copyOf(links);
        labels = Ordered.sorted(labels);
        attributes = Ordered.sorted(attributes);
        options = Ordered.sorted(options);
    }

    /** These settings with other options. */
    public Settings withOptions(Map<FieldPath, Value> other) {
        return with(hosts, mounts, links, Ordered.sorted(other));
    }

    /**
     * These settings over {@code base}: single values replace, maps are merged by key, and in lists an entry takes the
     * place of the one with the same key (volume or path, network), or of all that have it (link target, container port).
     */
    public Settings over(Settings base) {
        return equals(EMPTY)
                ? base
                : merged(
                        base,
                        hosts.isEmpty() ? base.hosts : hosts,
                        Ordered.replaceAllByKey(links, base.links, Link::target));
    }

    /**
     * These settings of a service over those of one that it inherits: as {@link #over}, but hosts and links are united. An
     * empty list or map never takes away what is inherited.
     */
    public Settings inheriting(Settings base) {
        if (equals(EMPTY)) {
            return base;
        }
        return base.equals(EMPTY)
                ? this
                : merged(base, Ordered.union(base.hosts, hosts), Ordered.union(base.links, links));
    }

    /** These settings with other variables. */
    Settings withEnvironment(Map<String, EnvValue> changed) {
        return new Settings(
                hosts,
                image,
                process,
                Ordered.sorted(changed),
                mounts,
                links,
                networking,
                limits,
                health,
                lifecycle,
                labels,
                attributes,
                options);
    }

    /** These settings, where what they require has the values of {@code given}. */
    Settings given(Map<String, String> given) {
        Map<String, EnvValue> changed = new LinkedHashMap<>(environment);
        changed.replaceAll((name, value) -> value instanceof EnvValue.Required required && given.containsKey(name)
                ? new EnvValue.Required(Optional.of(given.get(name)), required.own())
                : value);
        return changed.equals(environment) ? this : withEnvironment(changed);
    }

    Settings withMounts(List<Mount> changed) {
        return with(hosts, changed, links, options);
    }

    Settings withLinks(List<Link> changed) {
        return with(hosts, mounts, changed, options);
    }

    /** The same settings with {@code ports} for all that is published. */
    public Settings publishing(List<Port.Published> ports) {
        return new Settings(
                hosts,
                image,
                process,
                environment,
                mounts,
                links,
                networking.publishing(ports),
                limits,
                health,
                lifecycle,
                labels,
                attributes,
                options);
    }

    /** The same settings on {@code host} alone. */
    Settings on(HostId host) {
        return with(List.of(host), mounts, links, options);
    }

    private Settings with(
            List<HostId> otherHosts,
            List<Mount> otherMounts,
            List<Link> otherLinks,
            SortedMap<FieldPath, Value> otherOptions) {
        return new Settings(
                otherHosts,
                image,
                process,
                environment,
                otherMounts,
                otherLinks,
                networking,
                limits,
                health,
                lifecycle,
                labels,
                attributes,
                otherOptions);
    }

    private Settings merged(Settings base, List<HostId> mergedHosts, List<Link> mergedLinks) {
        return new Settings(
                mergedHosts,
                Ordered.first(image, base.image),
                process.over(base.process),
                EnvValue.over(environment, base.environment),
                Ordered.replaceByKey(mounts, base.mounts, Mount::key),
                mergedLinks,
                networking.over(base.networking),
                limits.over(base.limits),
                Ordered.first(health, base.health),
                lifecycle.over(base.lifecycle),
                Ordered.overlay(labels, base.labels),
                Fields.over(attributes, base.attributes),
                Fields.over(options, base.options));
    }
}
