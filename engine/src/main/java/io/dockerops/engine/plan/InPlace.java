package io.dockerops.engine.plan;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.NetworkId;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.state.ObservedContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Plans what the engine can change while a container runs: limits, restart policy, networks. */
final class InPlace {

    private static final FieldPath RESTART = FieldPath.parse("HostConfig.RestartPolicy");

    private final Topology topology;
    private final ActionGraph.Builder graph;
    private final Networks networks;

    InPlace(Topology topology, ActionGraph.Builder graph, Networks networks) {
        this.topology = topology;
        this.graph = graph;
        this.networks = networks;
    }

    /** The last actions that change the container of {@code decision}; none when nothing differs. */
    List<Node> plan(Decision decision) {
        List<Node> last = new ArrayList<>();
        update(decision, last);
        Set<String> differing = new TreeSet<>();
        decision.differences().stream()
                .filter(difference -> difference.field().startsWith(Specifications.NETWORKS))
                .forEach(difference ->
                        differing.add(difference.field().segments().get(1)));
        Topology.endpoints(decision.instance()).forEach(endpoint -> {
            String network = topology.project().naming().network(endpoint.network());
            List<Node> made = networks.before(decision.instance().host(), endpoint.network());
            if (networks.remade(decision.instance().host(), network)) {
                differing.remove(network);
                last.add(join(decision, network, made));
            }
        });
        differing.removeIf(network -> networks.remade(decision.instance().host(), network));
        differing.forEach(network -> last.add(rejoin(decision, network)));
        return last;
    }

    private void update(Decision decision, List<Node> last) {
        Specification.Builder changes = Specification.builder();
        List<Difference> updated = new ArrayList<>();
        for (Difference difference : decision.differences()) {
            if (!difference.field().startsWith(Specifications.NETWORKS) && !Specifications.ofFile(difference)) {
                updated.add(difference);
                difference.wanted().ifPresent(value -> changes.put(difference.field(), value));
            }
        }
        if (updated.isEmpty()) {
            return;
        }
        if (updated.stream().anyMatch(difference -> difference.field().startsWith(RESTART))) {
            restartPolicy(decision.wanted(), changes);
        }
        Instance instance = decision.instance();
        Action action = new Action.UpdateContainer(
                instance.host(), instance.id(), decision.current().orElseThrow().name(), changes.build());
        last.add(graph.add(action, decision.cause(), updated, List.of()));
    }

    /** The engine takes the policy as a whole; without one in the project it is switched off. */
    private static void restartPolicy(Specification wanted, Specification.Builder changes) {
        Specification policy = wanted.below(RESTART);
        policy.fields().forEach(changes::put);
        if (policy.fields().isEmpty()) {
            changes.put("HostConfig.RestartPolicy.Name", "no");
        }
    }

    private Node rejoin(Decision decision, String network) {
        ObservedContainer container = decision.current().orElseThrow();
        HostId host = decision.instance().host();
        InstanceId id = decision.instance().id();
        List<Difference> differences = decision.differences().stream()
                .filter(each -> each.field().startsWith(Specifications.NETWORKS.child(network)))
                .toList();
        List<Node> after = new ArrayList<>();
        if (Networks.connected(container, network)) {
            Action leave = new Action.DisconnectNetwork(host, id, container.name(), network);
            after.add(graph.add(leave, decision.cause(), differences, List.of()));
        }
        boolean wanted = !decision.wanted()
                .below(Specifications.NETWORKS.child(network))
                .fields()
                .isEmpty();
        if (!wanted) {
            return after.get(0);
        }
        after.addAll(networks.before(host, id(decision.instance(), network)));
        return join(decision, network, after);
    }

    private NetworkId id(Instance instance, String network) {
        return Topology.endpoints(instance).stream()
                .map(endpoint -> endpoint.network())
                .filter(id -> topology.project().naming().network(id).equals(network))
                .findFirst()
                .orElseThrow();
    }

    private Node join(Decision decision, String network, List<Node> after) {
        Instance instance = decision.instance();
        String name = decision.current().orElseThrow().name();
        Cause cause = decision.differences().isEmpty() ? Cause.Plain.REPLACED : decision.cause();
        return networks.connect(instance.host(), instance.id(), name, network, decision.wanted(), cause, after);
    }
}
