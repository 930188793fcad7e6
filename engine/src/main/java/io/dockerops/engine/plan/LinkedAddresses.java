package io.dockerops.engine.plan;

import io.dockerops.engine.model.Endpoint;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Link;
import io.dockerops.engine.model.Reach;
import io.dockerops.engine.model.Reload;
import io.dockerops.engine.model.Settings;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.port.ContainerStatus;
import io.dockerops.engine.state.ObservedContainer;
import io.dockerops.engine.state.ObservedHost;
import io.dockerops.engine.state.ObservedState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of containers that links give to others. An engine gives a container an address whenever it starts, so what
 * was made with one is made anew when the other container has another.
 */
final class LinkedAddresses {

    /**
     * The address that one link gives.
     *
     * @param variable the variable that has it
     * @param target whose it is
     * @param network the network in which it holds, by the engine's name
     * @param fixed the address that the project gives to the target there; empty when the engine chooses it
     */
    record Linked(String variable, InstanceId target, String network, Optional<String> fixed) {}

    private final Topology topology;
    private final ObservedState state;

    LinkedAddresses(Topology topology, ObservedState state) {
        this.topology = topology;
        this.state = state;
    }

    /** The addresses that links give to {@code instance}, without those for which something else gives a value. */
    static List<Linked> of(Topology topology, Instance instance) {
        List<Linked> found = new ArrayList<>();
        Settings settings = instance.settings();
        for (Link link : settings.links()) {
            boolean said = !link.address()
                    || settings.environment().containsKey(link.variable())
                    || EnvironmentValues.setByField(settings, link.variable());
            if (!said) {
                topology.select(instance, link.target()).stream()
                        .filter(target -> !target.equals(instance.id()))
                        .findFirst()
                        .ifPresent(target -> found.add(linked(topology, instance, link, target)));
            }
        }
        return found;
    }

    private static Linked linked(Topology topology, Instance instance, Link link, InstanceId id) {
        Instance target = topology.instance(id);
        String network = Reach.common(topology.project().naming(), instance.settings(), target.settings())
                .orElseThrow();
        Optional<String> fixed = Topology.endpoints(target).stream()
                .filter(endpoint ->
                        topology.project().naming().network(endpoint.network()).equals(network))
                .findFirst()
                .flatMap(Endpoint::ipv4);
        return new Linked(link.variable(), id, network, fixed);
    }

    /** What {@code instance} has to wait for, since its container is made with their addresses. */
    static List<InstanceId> targets(Topology topology, Instance instance) {
        return of(topology, instance).stream()
                .filter(linked -> linked.fixed().isEmpty())
                .map(Linked::target)
                .toList();
    }

    /** The value of the variable of {@code linked}. */
    static Value value(Topology topology, Linked linked) {
        return linked.fixed()
                .map(Value::text)
                .orElseGet(() ->
                        new Value.Address(topology.project().naming().container(linked.target()), linked.network()));
    }

    /** {@code specification} with the addresses that containers have now. */
    static Specification now(Specification specification, ObservedHost host) {
        return specification.map(value -> value instanceof Value.Address address ? now(address, host) : value);
    }

    private static Value now(Value.Address address, ObservedHost host) {
        return Optional.ofNullable(host.containers().get(address.container()))
                .map(container -> container.details().addresses().get(address.network()))
                .<Value>map(Value::text)
                .orElse(address);
    }

    /** Whether the container of {@code linked} does not run, so that it has no address. */
    boolean lacking(Instance instance, Linked linked) {
        return linked.fixed().isEmpty()
                && Decisions.current(
                                topology,
                                state.host(topology.host(instance.host())),
                                topology.instance(linked.target()))
                        .filter(container -> container.status().active())
                        .isEmpty();
    }

    /**
     * Whose address is another one than that which {@code container} was made with, or may become another one by what has
     * been decided.
     */
    Optional<InstanceId> changed(Instance instance, ObservedContainer container, Map<InstanceId, Decision> decided) {
        ObservedHost host = state.host(topology.host(instance.host()));
        return of(topology, instance).stream()
                .filter(linked -> linked.fixed().isEmpty())
                .filter(linked -> moves(linked, decided.get(linked.target())) || differs(linked, container, host))
                .map(Linked::target)
                .findFirst();
    }

    /** Only what was made with the same reference was made with an address of the same container. */
    private boolean differs(Linked linked, ObservedContainer container, ObservedHost host) {
        var field = EnvironmentValues.field(linked.variable());
        Optional<Value> wanted = Optional.of(value(topology, linked));
        Optional<Value> now = wanted.map(value -> now((Value.Address) value, host));
        boolean made =
                container.lastApplied().flatMap(applied -> applied.get(field)).equals(wanted);
        return made
                && !now.equals(wanted)
                && !container.details().live().get(field).equals(now);
    }

    private boolean moves(Linked linked, @Nullable Decision decision) {
        if (decision == null || decision.makes()) {
            return false;
        }
        ContainerStatus status = decision.current().orElseThrow().status();
        if (!status.active()) {
            return !(decision.instance().persistent() && status.everStarted());
        }
        return status.running() && (joinsAnew(linked, decision) || restarts(decision));
    }

    private boolean joinsAnew(Linked linked, Decision decision) {
        HostId host = decision.instance().host();
        return decision.differences().stream()
                        .anyMatch(each -> each.field().startsWith(Specifications.NETWORKS.child(linked.network())))
                || Topology.endpoints(decision.instance()).stream()
                        .map(Endpoint::network)
                        .filter(id -> topology.project().naming().network(id).equals(linked.network()))
                        .anyMatch(id -> !Networks.differences(topology, state, topology.host(host), id)
                                .isEmpty());
    }

    private static boolean restarts(Decision decision) {
        Optional<Reload> reload = decision.instance().settings().lifecycle().reload();
        return decision.differences().stream().anyMatch(Specifications::ofFile)
                && reload.filter(kind -> !(kind instanceof Reload.Signal)).isPresent();
    }
}
