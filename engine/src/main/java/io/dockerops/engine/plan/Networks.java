package io.dockerops.engine.plan;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.Network;
import io.dockerops.engine.model.NetworkId;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.port.NetworkDetails;
import io.dockerops.engine.state.ObservedContainer;
import io.dockerops.engine.state.ObservedState;
import io.dockerops.engine.state.SpecificationLabel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plans that hosts have the networks of their instances: each network once per host. A network that is not as declared
 * cannot be changed by the engine, so its containers are taken out, it is made anew, and they are joined again.
 */
final class Networks {

    private final Topology topology;
    private final ObservedState state;
    private final ActionGraph.Builder graph;
    private final Specifications specifications;
    private final Map<String, List<Node>> planned = new LinkedHashMap<>();
    private final Set<String> remade = new TreeSet<>();
    private final List<TakenOut> takenOut = new ArrayList<>();

    private record TakenOut(HostId host, ObservedContainer container, String network, NetworkId id) {}

    Networks(Topology topology, ObservedState state, ActionGraph.Builder graph) {
        this.topology = topology;
        this.state = state;
        this.graph = graph;
        this.specifications = new Specifications(topology, state);
    }

    /** What has to be done before a container can be joined to the network. */
    List<Node> before(HostId hostId, NetworkId id) {
        String key = hostId + "/" + id;
        List<Node> known = planned.get(key);
        if (known == null) {
            known = plan(topology.host(hostId), topology.network(id));
            planned.put(key, known);
        }
        return known;
    }

    /** Whether the network is made anew, so that its containers were taken out of it. */
    boolean remade(HostId host, String network) {
        return remade.contains(host + "/" + network);
    }

    private List<Node> plan(Host host, Network network) {
        String name = topology.project().naming().network(network.id());
        Specification wanted = Specifications.of(network);
        NetworkDetails present = state.host(host).networks().get(name);
        if (present == null) {
            return called(host, network.id())
                    .map(before -> remake(host, network, before.name(), List.of()))
                    .orElseGet(() ->
                            List.of(graph.add(create(host, network, name, wanted), Cause.Plain.MISSING, List.of())));
        }
        List<Difference> differences = differences(topology, state, host, network.id());
        if (differences.isEmpty()) {
            return List.of();
        }
        return remake(host, network, name, differences);
    }

    /** The network {@code id} under the name that it had when the project named it otherwise. */
    private Optional<NetworkDetails> called(Host host, NetworkId id) {
        return state.host(host).networks().values().stream()
                .filter(network -> Identities.of(topology.project(), network).equals(Optional.of(id)))
                .findFirst();
    }

    /** Addresses of a new network may be those of the one in its place, so that goes before. */
    private List<Node> remake(Host host, Network network, String before, List<Difference> differences) {
        String name = topology.project().naming().network(network.id());
        remade.add(host.id() + "/" + before);
        remade.add(host.id() + "/" + name);
        List<Node> left = takeOut(host, before, network.id());
        Action remove = new Action.RemoveNetwork(host.id(), network.id(), before);
        Node removed = graph.add(remove, Cause.Plain.CHANGED, differences, left);
        Action create = create(host, network, name, Specifications.of(network));
        return List.of(graph.add(create, Cause.Plain.REPLACED, List.of(removed)));
    }

    /** Why the network {@code id} is made anew on {@code host}; nothing when it stays, or is not there yet. */
    static List<Difference> differences(Topology topology, ObservedState state, Host host, NetworkId id) {
        String name = topology.project().naming().network(id);
        NetworkDetails present = state.host(host).networks().get(name);
        if (present == null
                || !topology.project().name().equals(present.labels().get(Labels.PROJECT))) {
            return List.of();
        }
        Optional<Specification> applied =
                Optional.ofNullable(present.labels().get(Labels.SPECIFICATION)).flatMap(SpecificationLabel::decode);
        return Comparison.of(Specifications.of(topology.network(id)), applied, present.live());
    }

    private Action create(Host host, Network network, String name, Specification wanted) {
        return new Action.CreateNetwork(
                host.id(),
                network.id(),
                name,
                specifications.labelled(
                        wanted, network.id().kind(), Identities.labels(topology.project(), network.id(), name)));
    }

    private List<Node> takeOut(Host host, String network, NetworkId id) {
        List<Node> left = new ArrayList<>();
        for (ObservedContainer container : state.host(host).containers().values()) {
            if (!connected(container, network)) {
                continue;
            }
            List<Node> removal = graph.nodes(action -> action instanceof Action.RemoveContainer removed
                    && removed.host().equals(host.id())
                    && removed.name().equals(container.name()));
            if (!removal.isEmpty()) {
                // It leaves by going, and an engine refuses to take out what it is about to remove.
                left.addAll(removal);
            } else {
                Action action =
                        new Action.DisconnectNetwork(host.id(), container.instance(), container.name(), network);
                left.add(graph.add(action, Cause.Plain.CHANGED, List.of()));
                takenOut.add(new TakenOut(
                        host.id(), container, topology.project().naming().network(id), id));
            }
        }
        return left;
    }

    /** Joins the containers again that were taken out and whose instances are not among {@code planned}. */
    void joinAgain(Set<InstanceId> planned) {
        for (TakenOut out : takenOut) {
            InstanceId instance = out.container().instance();
            if (!planned.contains(instance) && topology.declares(instance)) {
                Specification wanted = specifications.of(topology.instance(instance));
                List<Node> after = before(out.host(), out.id());
                connect(
                        out.host(),
                        instance,
                        out.container().name(),
                        out.network(),
                        wanted,
                        Cause.Plain.REPLACED,
                        after);
            }
        }
    }

    static boolean connected(ObservedContainer container, String network) {
        return !container
                .details()
                .live()
                .below(Specifications.NETWORKS.child(network))
                .fields()
                .isEmpty();
    }

    /** Plans that {@code name} is joined to {@code network} as {@code wanted} says. */
    Node connect(
            HostId host,
            InstanceId id,
            String name,
            String network,
            Specification wanted,
            Cause cause,
            List<Node> after) {
        FieldPath at = Specifications.NETWORKS.child(network);
        Specification.Builder endpoint = Specification.builder();
        wanted.below(at)
                .fields()
                .forEach((path, value) -> endpoint.put(
                        new FieldPath(path.segments().subList(2, path.segments().size())), value));
        return graph.add(new Action.ConnectNetwork(host, id, name, network, endpoint.build()), cause, after);
    }
}
