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

    /** A builder that begins with these settings. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** These settings with other options. */
    public Settings withOptions(Map<FieldPath, Value> other) {
        return toBuilder().options(other).build();
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

    /** These settings, where what they require has the values of {@code given}. */
    Settings given(Map<String, String> given) {
        Map<String, EnvValue> changed = new LinkedHashMap<>(environment);
        changed.replaceAll((name, value) -> value instanceof EnvValue.Required required && given.containsKey(name)
                ? new EnvValue.Required(Optional.of(given.get(name)), required.own())
                : value);
        return changed.equals(environment)
                ? this
                : toBuilder().environment(changed).build();
    }

    Settings withMounts(List<Mount> changed) {
        return toBuilder().mounts(changed).build();
    }

    Settings withLinks(List<Link> changed) {
        return toBuilder().links(changed).build();
    }

    /** The same settings with {@code ports} for all that is published. */
    public Settings publishing(List<Port.Published> ports) {
        return toBuilder().networking(networking.publishing(ports)).build();
    }

    /** The same settings on {@code host} alone. */
    Settings on(HostId host) {
        return toBuilder().hosts(List.of(host)).build();
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

    /** Makes settings of others that differ in few parts. */
    public static final class Builder {

        private final Settings base;
        private List<HostId> hosts;
        private Optional<Image> image;
        private ContainerProcess process;
        private Map<String, EnvValue> environment;
        private List<Mount> mounts;
        private List<Link> links;
        private Networking networking;
        private Optional<HealthCheck> health;
        private Lifecycle lifecycle;
        private Map<String, String> labels;
        private Map<FieldPath, Value> attributes;
        private Map<FieldPath, Value> options;

        private Builder(Settings base) {
            this.base = base;
            hosts = base.hosts;
            image = base.image;
            process = base.process;
            environment = base.environment;
            mounts = base.mounts;
            links = base.links;
            networking = base.networking;
            health = base.health;
            lifecycle = base.lifecycle;
            labels = base.labels;
            attributes = base.attributes;
            options = base.options;
        }

        /** Sets {@link Settings#hosts()}. */
        public Builder hosts(List<HostId> value) {
            hosts = value;
            return this;
        }

        /** Sets where the image comes from. */
        public Builder image(Image value) {
            image = Optional.of(value);
            return this;
        }

        /** Sets {@link Settings#process()}. */
        public Builder process(ContainerProcess value) {
            process = value;
            return this;
        }

        /** Sets {@link Settings#environment()}. */
        public Builder environment(Map<String, EnvValue> value) {
            environment = value;
            return this;
        }

        /** Sets {@link Settings#mounts()}. */
        public Builder mounts(List<Mount> value) {
            mounts = value;
            return this;
        }

        /** Sets {@link Settings#links()}. */
        public Builder links(List<Link> value) {
            links = value;
            return this;
        }

        /** Sets {@link Settings#networking()}. */
        public Builder networking(Networking value) {
            networking = value;
            return this;
        }

        /** Sets the check of the container's health. */
        public Builder health(HealthCheck value) {
            health = Optional.of(value);
            return this;
        }

        /** Sets {@link Settings#labels()}. */
        public Builder labels(Map<String, String> value) {
            labels = value;
            return this;
        }

        /** Sets {@link Settings#lifecycle()}. */
        public Builder lifecycle(Lifecycle value) {
            lifecycle = value;
            return this;
        }

        /** Sets {@link Settings#attributes()}. */
        public Builder attributes(Map<FieldPath, Value> value) {
            attributes = value;
            return this;
        }

        /** Sets {@link Settings#options()}. */
        public Builder options(Map<FieldPath, Value> value) {
            options = value;
            return this;
        }

        /** The settings. */
        public Settings build() {
            return new Settings(
                    hosts,
                    image,
                    process,
                    Ordered.sorted(environment),
                    mounts,
                    links,
                    networking,
                    base.limits,
                    health,
                    lifecycle,
                    Ordered.sorted(labels),
                    Ordered.sorted(attributes),
                    Ordered.sorted(options));
        }
    }
}
