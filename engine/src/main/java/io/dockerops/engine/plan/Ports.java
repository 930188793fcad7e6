package io.dockerops.engine.plan;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.state.ObservedContainer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Published ports change hands in order: the container that has a port stops before another one that wants it starts.
 * Since a stop would else wait until what its container depends on is ready, the stop of a container whose port another
 * one wants does not wait for that.
 */
final class Ports {

    private static final FieldPath BINDINGS = FieldPath.of("HostConfig", "PortBindings");

    private record Use(Node node, InstanceId instance) {}

    private final ActionGraph.Builder graph;
    private final Map<String, List<Use>> starts = new LinkedHashMap<>();
    private final Map<String, List<Use>> stops = new LinkedHashMap<>();
    private final Map<String, Set<InstanceId>> wanting = new LinkedHashMap<>();

    Ports(ActionGraph.Builder graph, Collection<Decision> decisions) {
        this.graph = graph;
        for (Decision decision : decisions) {
            if (decision.makes()) {
                keys(decision.instance().host(), decision.wanted())
                        .forEach(key -> wanting.computeIfAbsent(key, unused -> new LinkedHashSet<>())
                                .add(decision.instance().id()));
            }
        }
    }

    /** Whether another instance that is made wants a port that {@code container} has. */
    boolean wantedByOthers(HostId host, ObservedContainer container) {
        return keys(host, container.details().live()).stream()
                .anyMatch(key ->
                        wanting.getOrDefault(key, Set.of()).stream().anyMatch(id -> !id.equals(container.instance())));
    }

    /** {@code start} takes the ports that {@code wanted} names. */
    void taken(HostId host, InstanceId instance, Specification wanted, Node start) {
        keys(host, wanted)
                .forEach(key ->
                        starts.computeIfAbsent(key, unused -> new ArrayList<>()).add(new Use(start, instance)));
    }

    /** {@code stop} frees the ports of {@code container}. */
    void freed(HostId host, ObservedContainer container, Node stop) {
        keys(host, container.details().live())
                .forEach(key -> stops.computeIfAbsent(key, unused -> new ArrayList<>())
                        .add(new Use(stop, container.instance())));
    }

    /** Puts each start after the stops that free its ports. */
    void order() {
        starts.forEach((key, users) -> {
            for (Use user : users) {
                stops.getOrDefault(key, List.of()).stream()
                        .filter(stop -> !stop.instance().equals(user.instance()))
                        .forEach(stop -> graph.after(user.node(), List.of(stop.node())));
            }
        });
    }

    private static Set<String> keys(HostId host, Specification specification) {
        Set<String> keys = new LinkedHashSet<>();
        specification.below(BINDINGS).fields().forEach((path, value) -> {
            if (value instanceof Value.Items items) {
                items.items().forEach(item -> keys.add(key(host, path.last(), item)));
            }
        });
        return keys;
    }

    /** Addresses are left out: a port on all addresses collides with the same port on one of them. */
    private static String key(HostId host, String containerPort, Value binding) {
        String text = binding instanceof Value.Text value ? value.text() : binding.toString();
        String protocol = containerPort.substring(containerPort.indexOf('/') + 1);
        return host + "/" + text.substring(text.lastIndexOf(':') + 1) + "/" + protocol;
    }
}
