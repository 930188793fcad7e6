package io.dockerops.engine.model;

import io.dockerops.engine.problem.SourceRef;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One name, one thing; and no two host names alike where they would be mistaken for each other. */
final class NameRules {

    private record NameInNetwork(HostId host, NetworkId network, String name) {}

    private record ContainerName(HostId host, String name) {}

    /** Names that networks of every engine have, or that mean one of these. */
    private static final List<String> ENGINES_OWN = List.of("bridge", "host", "none", "default", "ingress");

    private NameRules() {}

    static void check(Inquiry inquiry) {
        sharedNames(inquiry);
        Map<InstanceId, Instance> instances = new LinkedHashMap<>();
        inquiry.instances.forEach(
                instance -> sameName(inquiry, instance, instances.putIfAbsent(instance.id(), instance)));
        Map<NameInNetwork, Instance> owners = new LinkedHashMap<>();
        Set<NetworkId> known = new LinkedHashSet<>();
        inquiry.instances.forEach(instance -> hostNames(inquiry, instance, owners, known));
        Map<ContainerName, Instance> containers = new LinkedHashMap<>();
        inquiry.instances.forEach(instance -> containerName(inquiry, instance, containers));
    }

    /** An instance on several hosts is named after each of them, and that may be the name of another one. */
    private static void sameName(Inquiry inquiry, Instance instance, @Nullable Instance first) {
        if (first != null) {
            inquiry.error(
                    instance.id(),
                    "on",
                    instance.host().name(),
                    "two instances would be called `" + instance.id() + "`: `"
                            + first.declared().orElse("") + "` and `"
                            + instance.declared().orElse("") + "` of `"
                            + instance.id().service() + "`",
                    List.of("an instance on several hosts gets the name of each host behind its own: give one of them"
                            + " another name"));
        }
    }

    /** Services, groups and volumes are told apart by name alone in `use`, in `group` and on the command line. */
    private static void sharedNames(Inquiry inquiry) {
        Map<String, ElementId> named = new LinkedHashMap<>();
        Project project = inquiry.project;
        Stream.of(
                        project.services().stream().map(Service::id),
                        project.groups().stream().map(Group::id),
                        project.volumes().stream().map(Volume::id))
                .flatMap(ids -> ids)
                .forEach(id -> claim(inquiry, named, (ElementId) id));
        Map<ElementId, ElementId> alone = new LinkedHashMap<>();
        Stream.concat(
                        project.networks().stream().map(Network::id),
                        project.hosts().stream().map(Host::id))
                .forEach(id -> {
                    if (alone.put(id, id) != null) {
                        twice(inquiry, id, id);
                    }
                });
    }

    private static void claim(Inquiry inquiry, Map<String, ElementId> named, ElementId id) {
        ElementId first = named.putIfAbsent(id.label(), id);
        if (first != null && !holds(inquiry, first, id)) {
            Optional<SourceRef> place = inquiry.origins.of(id);
            boolean before = place.isPresent()
                    && inquiry.origins
                            .of(first)
                            .filter(other -> place.get().compareTo(other) < 0)
                            .isPresent();
            if (before) {
                twice(inquiry, id, first);
            } else {
                twice(inquiry, first, id);
            }
        }
    }

    /** The container that holds a volume has the volume's name. */
    private static boolean holds(Inquiry inquiry, ElementId service, ElementId volume) {
        return service instanceof ServiceId
                && volume instanceof VolumeId id
                && inquiry.volumes.containsKey(id)
                && inquiry.volumes.get(id).holder().isPresent()
                && !inquiry.origins.declarations().containsKey(service);
    }

    private static void twice(Inquiry inquiry, ElementId first, ElementId second) {
        inquiry.error(
                inquiry.origins.of(second),
                "the " + second.kind() + " `" + second.label() + "` has the name of a " + first.kind(),
                List.of("the " + first.kind() + " `" + first.label() + "` is declared" + inquiry.in(first, "", "")
                        + ": give one of them another name"));
    }

    private static void hostNames(
            Inquiry inquiry, Instance instance, Map<NameInNetwork, Instance> owners, Set<NetworkId> known) {
        Naming naming = inquiry.project.naming();
        Set<String> names = new LinkedHashSet<>();
        names.add(naming.alias(instance.id()));
        naming.hostname(instance.id()).ifPresent(names::add);
        boolean own = instance.settings().process().hostname().isPresent();
        if (!own) {
            names.forEach(name -> checkHostName(inquiry, instance, name));
        }
        for (NetworkId network : Reach.networks(instance.settings())) {
            if (known.add(network)) {
                networkName(inquiry, instance, network);
            }
            names.forEach(name -> nameInNetwork(
                    inquiry,
                    instance,
                    new NameInNetwork(instance.host(), network, name.toLowerCase(Locale.ROOT)),
                    owners));
        }
    }

    private static void checkHostName(Inquiry inquiry, Instance instance, String name) {
        String called = "`" + instance.id() + "` would get the host name `" + name + "`";
        if (name.length() > Rules.LONGEST_HOST_NAME) {
            inquiry.error(
                    inquiry.origins.of(instance.id()),
                    called + " with " + name.length() + " characters, and " + Rules.LONGEST_HOST_NAME + " are the most",
                    List.of("choose a shorter name, or say `hostname '…'`"));
        } else if (name.endsWith("-")) {
            inquiry.error(
                    inquiry.origins.of(instance.id()),
                    called + ", and host names end in a letter or digit",
                    List.of("choose another name, or say `hostname '…'`"));
        }
    }

    private static void nameInNetwork(
            Inquiry inquiry, Instance instance, NameInNetwork key, Map<NameInNetwork, Instance> owners) {
        Instance first = owners.putIfAbsent(key, instance);
        if (first != null && !first.id().equals(instance.id())) {
            inquiry.error(
                    inquiry.origins.of(instance.id()),
                    "`" + first.id() + "` and `" + instance.id() + "` would both be called `" + key.name()
                            + "` in the network `" + key.network() + "`",
                    List.of("give one of them another name"));
        }
    }

    /** Patterns may put names together so that two of them look the same. */
    private static void containerName(Inquiry inquiry, Instance instance, Map<ContainerName, Instance> containers) {
        String name = inquiry.project.naming().container(instance.id());
        Instance first = containers.putIfAbsent(new ContainerName(instance.host(), name), instance);
        if (first != null && !first.id().equals(instance.id())) {
            inquiry.error(
                    inquiry.origins.of(instance.id()),
                    "the containers of `" + first.id() + "` and `" + instance.id() + "` would both be called `" + name
                            + "`",
                    List.of("separate the parts of `containers` in `naming`, or give one of them another name"));
        }
        if (name.length() < 2) {
            inquiry.error(
                    inquiry.origins.of(instance.id()),
                    "the container of `" + instance.id() + "` would be called `" + name
                            + "`, and engines want two characters at least",
                    List.of("put `{project}` into `containers` in `naming`"));
        }
    }

    /** Without the project in front, a network may get the name of one that each engine has. */
    private static void networkName(Inquiry inquiry, Instance instance, NetworkId network) {
        String name = inquiry.project.naming().network(network);
        if (ENGINES_OWN.contains(name)) {
            inquiry.error(
                    instance.id(),
                    "network",
                    network.name(),
                    "the network `" + network + "` would be called `" + name + "`, as one of the engine's own is",
                    List.of("put `{project}` into `networks` in `naming`"));
        }
    }
}
