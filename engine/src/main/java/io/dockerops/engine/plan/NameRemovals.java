package io.dockerops.engine.plan;

import io.dockerops.engine.model.DynamicDns;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.InstanceNames;
import io.dockerops.engine.model.KnownNames;
import io.dockerops.engine.model.RegistrationPolicy;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.state.ObservedContainer;
import io.dockerops.engine.state.ObservedHost;
import io.dockerops.engine.state.ObservedState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plans that instances are not found in the project's DNS any more before they stop or go. It is tried and hinders nothing:
 * when the server cannot be told, the instance stops all the same.
 */
final class NameRemovals {

    private record Container(HostId host, String name) {}

    private final Topology topology;
    private final ObservedState state;
    private final ActionGraph.Builder graph;
    private final Optional<DnsServer> server;
    private final Set<Container> seen = new LinkedHashSet<>();
    private final Set<Container> removed = new LinkedHashSet<>();

    private NameRemovals(Topology topology, ObservedState state, ActionGraph.Builder graph) {
        this.topology = topology;
        this.state = state;
        this.graph = graph;
        this.server = Registrations.server(topology);
    }

    /** From now on, {@code graph} tries to remove the names of what it takes down. */
    static NameRemovals in(Topology topology, ObservedState state, ActionGraph.Builder graph) {
        NameRemovals removals = new NameRemovals(topology, state, graph);
        if (removals.server.isPresent()) {
            graph.tryBefore(removals::before);
        }
        return removals;
    }

    private Optional<Action> before(Action action) {
        boolean takesDown = action instanceof Action.StopContainer || action instanceof Action.RemoveContainer;
        if (!takesDown || !seen.add(container(action))) {
            return Optional.empty();
        }
        ObservedHost host = state.host(topology.host(action.host()));
        DnsServer dns = server.orElseThrow();
        Container taken = container(action);
        return Optional.ofNullable(host.containers().get(taken.name()))
                .filter(found -> own(host, found))
                .flatMap(found -> removal(dns, taken, found));
    }

    private Optional<Action> removal(DnsServer dns, Container taken, ObservedContainer found) {
        InstanceNames names = names(dns.dns(), found.instance());
        List<String> present = found.details().allAddresses();
        KnownNames known = state.names().known();
        boolean nothing = topology.declares(found.instance())
                ? names.toRemove(present, known).isEmpty()
                : !names.registered(present, known);
        if (nothing) {
            return Optional.empty();
        }
        removed.add(taken);
        return Optional.of(new Action.RemoveNames(taken.host(), found.instance(), taken.name(), dns, names));
    }

    private InstanceNames names(DynamicDns dns, InstanceId id) {
        return Registrations.names(topology, dns, id, RegistrationPolicy.HIDE);
    }

    /** Containers that were left over have the names of the one that is good, and it keeps them. */
    private boolean own(ObservedHost host, ObservedContainer container) {
        InstanceId id = container.instance();
        if (!topology.declares(id)) {
            return true;
        }
        Instance instance = topology.instance(id);
        return instance.settings().networking().registered()
                && instance.host().equals(host.host().id())
                && Decisions.current(topology, host, instance).equals(Optional.of(container));
    }

    private static Container container(Action action) {
        return action instanceof Action.StopContainer stop
                ? new Container(stop.host(), stop.name())
                : new Container(action.host(), ((Action.RemoveContainer) action).name());
    }

    /** Lets the server stop after all whose names it has to remove. */
    void keepServer() {
        Optional<InstanceId> serving = topology.project().nameServer().map(Instance::id);
        if (removed.isEmpty() || serving.isEmpty()) {
            return;
        }
        Set<InstanceId> needed = topology.dependencies().closure(List.of(serving.get()));
        List<Node> last = new ArrayList<>();
        List<Node> others = new ArrayList<>();
        for (Node node : graph.nodes(
                action -> action instanceof Action.StopContainer || action instanceof Action.RemoveContainer)) {
            Action.OfInstance action = (Action.OfInstance) graph.action(node);
            if (action.instance().equals(serving.get())) {
                last.add(node);
            } else if (removed.contains(container(action)) && !needed.contains(action.instance())) {
                others.add(node);
            }
        }
        last.forEach(node -> graph.after(node, others));
    }
}
