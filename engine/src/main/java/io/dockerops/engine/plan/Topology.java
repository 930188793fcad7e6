package io.dockerops.engine.plan;

import io.dockerops.engine.graph.Graph;
import io.dockerops.engine.model.Endpoint;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Link;
import io.dockerops.engine.model.Mount;
import io.dockerops.engine.model.Namespaces;
import io.dockerops.engine.model.Need;
import io.dockerops.engine.model.Network;
import io.dockerops.engine.model.NetworkId;
import io.dockerops.engine.model.NetworkMode;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.Selector;
import io.dockerops.engine.model.Service;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.model.Volume;
import io.dockerops.engine.model.VolumeId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A valid project with its references resolved: who depends on whom, and each element by its id. */
final class Topology {

    private final Project project;
    private final Map<InstanceId, Instance> instances = new LinkedHashMap<>();
    private final Map<ServiceId, List<Instance>> byService = new HashMap<>();
    private final Set<InstanceId> listed = new HashSet<>();
    private final Map<VolumeId, Volume> volumes = new HashMap<>();
    private final Map<NetworkId, Network> networks = new HashMap<>();
    private final Map<HostId, Host> hosts = new HashMap<>();
    private final Map<VolumeId, List<InstanceId>> attaching = new HashMap<>();
    private final Graph<InstanceId> dependencies = new Graph<>();

    Topology(Project project) {
        this(project, instance -> instance);
    }

    /** @param change what becomes of each declared instance before anything is planned */
    Topology(Project project, UnaryOperator<Instance> change) {
        this.project = project;
        for (Service service : project.services()) {
            byService.put(service.id(), service.instances().stream().map(change).toList());
            byService.get(service.id()).forEach(instance -> instances.put(instance.id(), instance));
            service.listed().forEach(instance -> listed.add(instance.id()));
        }
        project.volumes().forEach(volume -> volumes.put(volume.id(), volume));
        networks.put(NetworkId.DEFAULT, Network.plain(NetworkId.DEFAULT));
        project.networks().forEach(network -> networks.put(network.id(), network));
        hosts.put(HostId.LOCAL, Host.LOCAL);
        project.hosts().forEach(host -> hosts.put(host.id(), host));
        instances.values().forEach(this::collectAttached);
        instances.values().forEach(this::collectDependencies);
    }

    private void collectAttached(Instance instance) {
        for (Mount mount : instance.settings().mounts()) {
            if (mount instanceof Mount.OfVolume volume && volume.role() == Mount.Role.ATTACHED) {
                attaching
                        .computeIfAbsent(volume.volume(), key -> new ArrayList<>())
                        .add(instance.id());
            }
        }
    }

    private void collectDependencies(Instance instance) {
        dependencies.node(instance.id());
        Need.of(instance.settings()).forEach(need -> dependsOn(instance, select(instance, need.target())));
        for (Mount mount : instance.settings().mounts()) {
            if (mount instanceof Mount.OfVolume used && used.role() == Mount.Role.USED) {
                dependsOn(instance, beside(instance, attaching(used.volume()).stream()));
            }
        }
    }

    private void dependsOn(Instance instance, Collection<InstanceId> targets) {
        targets.stream()
                .filter(target -> !target.equals(instance.id()))
                .forEach(target -> dependencies.edge(instance.id(), target));
    }

    Project project() {
        return project;
    }

    /** All instances in the order of their declaration. */
    Collection<Instance> instances() {
        return instances.values();
    }

    Instance instance(InstanceId id) {
        return required(instances, id);
    }

    boolean declares(NetworkId id) {
        return networks.containsKey(id);
    }

    boolean declares(InstanceId id) {
        return instances.containsKey(id);
    }

    Volume volume(VolumeId id) {
        return required(volumes, id);
    }

    Network network(NetworkId id) {
        return required(networks, id);
    }

    Host host(HostId id) {
        return required(hosts, id);
    }

    /** The instances that own {@code volume}. */
    List<InstanceId> attaching(VolumeId volume) {
        return attaching.getOrDefault(volume, List.of());
    }

    /**
     * The instances that {@code selector} names and that are on the host of {@code instance}, as nothing else is in its
     * reach. Nobody means what only the command line asks for by naming its service.
     */
    List<InstanceId> select(Instance instance, Selector selector) {
        Stream<Instance> named = byService.getOrDefault(selector.service(), List.of()).stream();
        Optional<String> name = selector.instance();
        return beside(
                instance,
                named.filter(other -> name.isEmpty()
                                ? listed.contains(other.id())
                                : name.equals(other.id().instance()) || name.equals(other.declared()))
                        .map(Instance::id));
    }

    private List<InstanceId> beside(Instance instance, Stream<InstanceId> others) {
        return others.filter(other -> instance(other).host().equals(instance.host()))
                .toList();
    }

    /** The instances whose containers must exist before the container of {@code instance} can be made or started. */
    Set<InstanceId> builtUpon(Instance instance) {
        Set<InstanceId> found = new LinkedHashSet<>(networkContainer(instance));
        Namespaces.of(instance.settings()).values().forEach(target -> found.addAll(select(instance, target)));
        instance.settings().links().stream()
                .filter(Link::legacy)
                .forEach(link -> found.addAll(select(instance, link.target())));
        found.addAll(LinkedAddresses.targets(this, instance));
        for (Mount mount : instance.settings().mounts()) {
            if (mount instanceof Mount.From from) {
                found.addAll(select(instance, from.source()));
            }
        }
        return found;
    }

    private List<InstanceId> networkContainer(Instance instance) {
        return instance.settings().networking().mode().orElse(null) instanceof NetworkMode.OfInstance other
                ? select(instance, other.target())
                : List.of();
    }

    /** The networks that {@code instance} takes part in, by endpoint. */
    static List<Endpoint> endpoints(Instance instance) {
        if (instance.settings().networking().mode().isPresent()) {
            return List.of();
        }
        List<Endpoint> declared = instance.settings().networking().endpoints();
        return declared.isEmpty() ? List.of(Endpoint.plain(NetworkId.DEFAULT)) : declared;
    }

    /** Who comes after whom. */
    Graph<InstanceId> dependencies() {
        return dependencies;
    }

    private static <K, V> V required(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("the project was not validated: nothing declares " + key);
        }
        return value;
    }
}
