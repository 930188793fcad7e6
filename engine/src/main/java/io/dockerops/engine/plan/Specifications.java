package io.dockerops.engine.plan;

import io.dockerops.engine.model.CopiedFile;
import io.dockerops.engine.model.Endpoint;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Fields;
import io.dockerops.engine.model.HealthCheck;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.Lifecycle;
import io.dockerops.engine.model.Limits;
import io.dockerops.engine.model.Link;
import io.dockerops.engine.model.Mount;
import io.dockerops.engine.model.Namespaces;
import io.dockerops.engine.model.Naming;
import io.dockerops.engine.model.Network;
import io.dockerops.engine.model.NetworkMode;
import io.dockerops.engine.model.Networking;
import io.dockerops.engine.model.Platform;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.model.Selector;
import io.dockerops.engine.model.Size;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.model.Volume;
import io.dockerops.engine.model.WatchedFile;
import io.dockerops.engine.state.ObservedHost;
import io.dockerops.engine.state.ObservedState;
import io.dockerops.engine.state.SpecificationLabel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a project asks of the engines, as the fields of Docker's API. */
final class Specifications {

    static final FieldPath NETWORKS = FieldPath.of("Networks");
    static final FieldPath IMAGE = FieldPath.of("Image");

    /** Owner and mode of the volumes that an instance attaches: no fields of Docker's API, so kept in the label only. */
    static final FieldPath ATTACHED = FieldPath.of("Attached");

    /** What is in the files that an instance reads from its host: kept in the label only, like the former. */
    static final FieldPath FILES = FieldPath.of("Files");

    /** What is copied into the containers of an instance: kept in the label only. */
    static final FieldPath COPIES = FieldPath.of("Copies");

    private static final String CONTENT = "Content";

    private final Topology topology;
    private final ObservedState state;
    private final MountFields mounts;

    Specifications(Topology topology, ObservedState state) {
        this.topology = topology;
        this.state = state;
        this.mounts = new MountFields(topology);
    }

    /** Whether {@code path} is no field that the engine tells of a container. */
    static boolean inLabelOnly(FieldPath path) {
        return path.startsWith(ATTACHED)
                || path.startsWith(FILES)
                || path.startsWith(COPIES)
                || path.equals(Platform.FIELD);
    }

    /** Whether {@code difference} is about what is in a file. */
    static boolean ofFile(Difference difference) {
        return difference.field().startsWith(FILES);
    }

    /** Whether {@code difference} is about what is in a file, one that is read from the host or one that was copied. */
    static boolean ofContent(Difference difference) {
        FieldPath path = difference.field();
        return ofFile(difference) || (path.startsWith(COPIES) && path.last().equals(CONTENT));
    }

    /** What {@code instance} asks for: attributes go over what comes from other words, and options over everything else. */
    Specification of(Instance instance) {
        Specification.Builder to = Specification.builder();
        to.put(IMAGE, Value.text(topology.project().imageOf(instance).toString()));
        LinkedAddresses.of(topology, instance)
                .forEach(linked ->
                        to.put(EnvironmentValues.field(linked.variable()), LinkedAddresses.value(topology, linked)));
        new EnvironmentValues(topology::host, state)
                .of(instance)
                .forEach((name, value) -> to.put(EnvironmentValues.field(name), value));
        instance.settings().labels().forEach((key, value) -> to.put(FieldPath.of("Labels", key), Value.text(value)));
        process(instance, to);
        lifecycle(instance.settings().lifecycle(), to);
        instance.settings().health().ifPresent(health -> health(health, to));
        limits(instance.settings().limits(), to);
        mounts.put(instance, to);
        ports(instance, to);
        networks(instance, to);
        attached(instance, to);
        files(instance, to);
        copied(instance).fields().forEach(to::put);
        SortedMap<FieldPath, Value> attributes = instance.settings().attributes();
        SortedMap<FieldPath, Value> options = instance.settings().options();
        Specification fields = to.build();
        if (!attributes.isEmpty() || !options.isEmpty()) {
            fields = new Specification(Fields.over(options, Fields.over(attributes, fields.fields()))).canonical();
        }
        return shared(instance, fields);
    }

    /** The names of containers in place of those of services whose namespaces are shared. */
    private Specification shared(Instance instance, Specification fields) {
        SortedMap<FieldPath, Selector> shared = Namespaces.of(instance.settings());
        if (shared.isEmpty()) {
            return fields;
        }
        Specification.Builder to = fields.toBuilder();
        shared.forEach((field, target) -> to.put(field, Value.text(container(instance, target))));
        return to.build();
    }

    private String container(Instance instance, Selector target) {
        return "container:"
                + topology.project()
                        .naming()
                        .container(topology.select(instance, target).get(0));
    }

    private void attached(Instance instance, Specification.Builder to) {
        for (Mount mount : instance.settings().mounts()) {
            if (mount instanceof Mount.OfVolume of && of.role() == Mount.Role.ATTACHED) {
                Volume volume = topology.volume(of.volume());
                FieldPath at = ATTACHED.child(volume.id().label());
                if (volume.storage() instanceof Volume.Named) {
                    Storage.owner(instance, volume).ifPresent(owner -> to.put(at.child("Owner"), Value.text(owner)));
                    Storage.mode(instance, volume).ifPresent(mode -> to.put(at.child("Mode"), Value.text(mode)));
                }
            }
        }
    }

    private void files(Instance instance, Specification.Builder to) {
        ObservedHost host = state.host(topology.host(instance.host()));
        WatchedFile.of(topology.project(), instance)
                .forEach(file -> Optional.ofNullable(host.files().get(file.source()))
                        .ifPresent(content -> to.put(FILES.child(file.path()), Value.text(content))));
    }

    /** What is copied into the containers of {@code instance}, as far as it is known here. */
    Specification copied(Instance instance) {
        Specification.Builder to = Specification.builder();
        for (CopiedFile file : instance.settings().lifecycle().copies()) {
            FieldPath at = COPIES.child(file.target());
            to.put(at.child(CONTENT), content(file.source()));
            file.user().ifPresent(user -> to.put(at.child("User"), Value.text(user)));
            file.mode().ifPresent(mode -> to.put(at.child("Mode"), Value.text(String.format("%04o", mode))));
        }
        return to.build();
    }

    /** Of secrets and keys it is known only which they are. */
    private Value content(CopiedFile.Source source) {
        if (source instanceof CopiedFile.OfSecret secret) {
            return new Value.Secret(secret.id());
        } else if (source instanceof CopiedFile.OfDisk disk) {
            return Value.text(state.copied().getOrDefault(disk.path(), disk.toString()));
        }
        return Value.text(source.toString());
    }

    private void process(Instance instance, Specification.Builder to) {
        var process = instance.settings().process();
        process.command().ifPresent(command -> to.put(FieldPath.of("Cmd"), Value.texts(command)));
        process.entrypoint().ifPresent(entrypoint -> to.put(FieldPath.of("Entrypoint"), Value.texts(entrypoint)));
        process.workingDirectory().ifPresent(path -> to.put("WorkingDir", path));
        process.user().ifPresent(user -> to.put("User", user));
        NetworkMode mode = instance.settings().networking().mode().orElse(null);
        boolean foreignName = mode instanceof NetworkMode.OfHost || mode instanceof NetworkMode.OfInstance;
        if (!foreignName) {
            Naming naming = topology.project().naming();
            process.hostname().or(() -> naming.hostname(instance.id())).ifPresent(name -> to.put("Hostname", name));
            naming.scheme().domain().ifPresent(domain -> to.put("Domainname", domain));
        }
    }

    private static void lifecycle(Lifecycle lifecycle, Specification.Builder to) {
        lifecycle.stopSignal().ifPresent(signal -> to.put("StopSignal", signal));
        lifecycle.stopTimeout().ifPresent(timeout -> to.put("StopTimeout", timeout.toSeconds()));
        lifecycle.restart().ifPresent(restart -> {
            to.put("HostConfig.RestartPolicy.Name", restart.condition().api());
            if (restart.maximumRetries() > 0) {
                to.put("HostConfig.RestartPolicy.MaximumRetryCount", restart.maximumRetries());
            }
        });
    }

    private static void health(HealthCheck health, Specification.Builder to) {
        to.put(FieldPath.of("Healthcheck", "Test"), Value.texts(health.test()));
        nanos("Healthcheck.Interval", health.interval(), to);
        nanos("Healthcheck.Timeout", health.timeout(), to);
        nanos("Healthcheck.StartPeriod", health.startPeriod(), to);
        health.retries().ifPresent(retries -> to.put("Healthcheck.Retries", retries));
    }

    private static void nanos(String path, Optional<Duration> duration, Specification.Builder to) {
        duration.ifPresent(value -> to.put(path, value.toNanos()));
    }

    private static void limits(Limits limits, Specification.Builder to) {
        bytes("HostConfig.Memory", limits.memory(), to);
        bytes("HostConfig.MemorySwap", limits.memorySwap(), to);
        bytes("HostConfig.MemoryReservation", limits.memoryReservation(), to);
        limits.nanoCpus().ifPresent(value -> to.put("HostConfig.NanoCpus", value));
        limits.cpuShares().ifPresent(value -> to.put("HostConfig.CpuShares", value));
        limits.cpuset().ifPresent(value -> to.put("HostConfig.CpusetCpus", value));
        limits.pids().ifPresent(value -> to.put("HostConfig.PidsLimit", value));
    }

    private static void bytes(String path, Optional<Size> size, Specification.Builder to) {
        size.ifPresent(value -> to.put(path, value.bytes()));
    }

    private void ports(Instance instance, Specification.Builder to) {
        Networking networking = instance.settings().networking();
        Host host = topology.host(instance.host());
        networking.exposed().forEach(port -> expose(port, to));
        Map<Port, List<String>> bindings = new TreeMap<>();
        for (Port.Published published : networking.published()) {
            expose(published.container(), to);
            bindings.computeIfAbsent(published.container(), key -> new ArrayList<>())
                    .add(published.hostAddress().flatMap(host::addressOf).orElse("") + ":"
                            + published.hostPort().map(String::valueOf).orElse(""));
        }
        bindings.forEach((port, hosts) ->
                to.put(FieldPath.of("HostConfig", "PortBindings", port.toString()), Value.texts(hosts)));
    }

    private static void expose(Port port, Specification.Builder to) {
        to.put(FieldPath.of("ExposedPorts", port.toString()), Value.flag(true));
    }

    private void networks(Instance instance, Specification.Builder to) {
        instance.settings()
                .networking()
                .mode()
                .ifPresent(mode -> to.put("HostConfig.NetworkMode", mode(instance, mode)));
        legacyLinks(instance, to);
        for (Endpoint endpoint : Topology.endpoints(instance)) {
            FieldPath at = NETWORKS.child(topology.project().naming().network(endpoint.network()));
            to.put(at.child("Aliases"), Value.texts(aliases(instance, endpoint)));
            List<String> links = links(instance, endpoint);
            if (!links.isEmpty()) {
                to.put(at.child("Links"), Value.texts(links));
            }
            FieldPath addresses = at.child("IPAMConfig");
            endpoint.ipv4().ifPresent(address -> to.put(addresses.child("IPv4Address"), Value.text(address)));
            endpoint.ipv6().ifPresent(address -> to.put(addresses.child("IPv6Address"), Value.text(address)));
            if (!endpoint.linkLocal().isEmpty()) {
                to.put(addresses.child("LinkLocalIPs"), Value.texts(endpoint.linkLocal()));
            }
            endpoint.mac().ifPresent(address -> to.put(at.child("MacAddress"), Value.text(address)));
        }
    }

    private String mode(Instance instance, NetworkMode mode) {
        if (mode instanceof NetworkMode.None) {
            return "none";
        } else if (mode instanceof NetworkMode.OfHost) {
            return "host";
        } else if (mode instanceof NetworkMode.Bridge) {
            return "bridge";
        }
        var target = topology.select(instance, ((NetworkMode.OfInstance) mode).target())
                .get(0);
        return "container:" + topology.project().naming().container(target);
    }

    private List<String> aliases(Instance instance, Endpoint endpoint) {
        var naming = topology.project().naming();
        List<String> aliases = new ArrayList<>();
        aliases.add(naming.alias(instance.id().service()));
        aliases.add(naming.alias(instance.id()));
        // So that what is the same on several hosts finds it by the same name on each.
        aliases.add(naming.alias(new InstanceId(instance.id().service(), instance.declared())));
        naming.hostname(instance.id()).ifPresent(aliases::add);
        aliases.addAll(endpoint.aliases());
        return aliases.stream().distinct().toList();
    }

    /**
     * Links with an alias of their own. The engine resolves the part before the colon as a name in the network, so the
     * name that all instances of the target share gives all of their addresses.
     */
    private List<String> links(Instance instance, Endpoint endpoint) {
        var naming = topology.project().naming();
        Set<String> links = new LinkedHashSet<>();
        Stream.concat(instance.settings().links().stream().filter(link -> !link.legacy()), endpoint.links().stream())
                .forEach(link -> {
                    String name = link.target().instance().isPresent()
                            ? naming.alias(
                                    topology.select(instance, link.target()).get(0))
                            : naming.alias(link.target().service());
                    link.alias().filter(alias -> !alias.equals(name)).ifPresent(alias -> links.add(name + ":" + alias));
                });
        return List.copyOf(links);
    }

    /** Links of the default bridge, which the engine keeps by the names of containers. */
    private void legacyLinks(Instance instance, Specification.Builder to) {
        var naming = topology.project().naming();
        List<String> links = new ArrayList<>();
        instance.settings().links().stream()
                .filter(Link::legacy)
                .forEach(link -> topology.select(instance, link.target())
                        .forEach(target -> links.add(
                                naming.container(target) + ":" + link.alias().orElseGet(() -> naming.alias(target)))));
        if (!links.isEmpty()) {
            to.put(FieldPath.of("HostConfig", "Links"), Value.texts(links));
        }
    }

    /** What {@code network} asks for. */
    static Specification of(Network network) {
        Specification.Builder to = Specification.builder().put("Driver", network.driver());
        if (network.internal()) {
            to.put("Internal", true);
        }
        if (network.attachable()) {
            to.put("Attachable", true);
        }
        if (network.hasIpv6()) {
            to.put("EnableIPv6", true);
        }
        network.labels().forEach((key, value) -> to.put(FieldPath.of("Labels", key), Value.text(value)));
        network.options().forEach((key, value) -> to.put(FieldPath.of("Options", key), Value.text(value)));
        for (Network.Subnet subnet : network.subnets()) {
            FieldPath at = FieldPath.of("IPAM", "Config", subnet.cidr());
            to.put(at.child("Subnet"), Value.text(subnet.cidr()));
            subnet.gateway().ifPresent(gateway -> to.put(at.child("Gateway"), Value.text(gateway)));
            subnet.range().ifPresent(range -> to.put(at.child("IPRange"), Value.text(range)));
        }
        return to.build();
    }

    /** What a named volume asks for. */
    static Specification of(Volume.Named volume) {
        Specification.Builder to = Specification.builder().put("Driver", volume.driver());
        volume.options().forEach((key, value) -> to.put(FieldPath.of("DriverOpts", key), Value.text(value)));
        return to.build();
    }

    /** {@code wanted} with the labels by which the next run knows it. */
    Specification labelled(Specification wanted, String kind, Map<String, String> more) {
        Specification.Builder to =
                wanted.toBuilder().remove(ATTACHED).remove(FILES).remove(COPIES);
        label(to, Labels.PROJECT, topology.project().name());
        label(to, Labels.KIND, kind);
        label(to, Labels.SPECIFICATION, SpecificationLabel.encode(wanted));
        more.forEach((key, value) -> label(to, key, value));
        return to.build();
    }

    private static void label(Specification.Builder to, String key, String value) {
        to.put(FieldPath.of("Labels", key), Value.text(value));
    }
}
