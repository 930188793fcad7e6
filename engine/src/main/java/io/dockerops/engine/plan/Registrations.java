package io.dockerops.engine.plan;

import io.dockerops.engine.model.DynamicDns;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.InstanceNames;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.RegistrationPolicy;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.Severity;
import io.dockerops.engine.state.ObservedContainer;
import io.dockerops.engine.state.ObservedState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans that instances are found in the project's DNS once they have started. */
final class Registrations {

    /** The variable by which a container is told of the server, and by which those of the base image register themselves. */
    private static final String SELF = "DNS_SERVICE_IP";

    private final Topology topology;
    private final ObservedState state;
    private final ActionGraph.Builder graph;
    private final Optional<DnsServer> server;
    private final Optional<Instance> serving;
    private final Map<InstanceId, List<Node>> starts = new LinkedHashMap<>();
    private final List<InstanceId> unregistered = new ArrayList<>();

    Registrations(Topology topology, ObservedState state, ActionGraph.Builder graph) {
        this.topology = topology;
        this.state = state;
        this.graph = graph;
        this.serving = topology.project().nameServer();
        this.server = server(topology);
    }

    /** The DNS server of the project; empty when it has none. */
    static Optional<DnsServer> server(Topology topology) {
        return topology.project()
                .dns()
                .map(dns -> new DnsServer(
                        dns,
                        topology.project()
                                .nameServer()
                                .map(instance -> new DnsServer.Container(
                                        instance.host(),
                                        instance.id(),
                                        topology.project().naming().container(instance.id())))));
    }

    /** The names of an instance, declared or not. */
    static InstanceNames names(Topology topology, DynamicDns dns, InstanceId id, RegistrationPolicy claim) {
        return new InstanceNames(
                topology.project().ownName(dns, id), dns.name(id.service().name()), claim);
    }

    /** Whether the instance that is the server is among {@code some}. */
    static boolean serves(Topology topology, Collection<InstanceId> some) {
        return topology.project()
                .nameServer()
                .map(Instance::id)
                .filter(some::contains)
                .isPresent();
    }

    /**
     * Adds the registration of all that the plan starts, and of those of {@code kept} that run and are not found as they
     * should be; of all that run when the server itself starts. All other actions have been added.
     *
     * @throws ProblemException when something is to be registered and the key cannot be used
     */
    void add(Collection<InstanceId> kept) {
        if (server.isEmpty()) {
            return;
        }
        graph.nodes(Action.StartContainer.class::isInstance)
                .forEach(node -> starts.computeIfAbsent(
                                ((Action.StartContainer) graph.action(node)).instance(), id -> new ArrayList<>())
                        .add(node));
        List<Node> ready = serving.map(instance -> startsOf(instance.id()).stream()
                        .limit(1)
                        .flatMap(start -> lastOf(start).stream())
                        .toList())
                .orElse(List.of());
        boolean runs =
                serving.isEmpty() || !ready.isEmpty() || running(serving.get()).isPresent();
        for (Instance instance : topology.instances()) {
            if (runs) {
                new OfInstance(instance, ready).add(!ready.isEmpty() || kept.contains(instance.id()));
            } else if (registered(instance)
                    && (!startsOf(instance.id()).isEmpty()
                            || (kept.contains(instance.id())
                                    && running(instance).isPresent()))) {
                unregistered.add(instance.id());
            }
        }
    }

    /** What the user should know of names. */
    List<Problem> warnings(Origins origins) {
        List<Problem> warnings = new ArrayList<>();
        if (topology.instances().stream().anyMatch(Registrations::registered)) {
            warnings.addAll(state.names().warnings());
        }
        if (!unregistered.isEmpty()) {
            InstanceId id = serving.orElseThrow().id();
            String names = unregistered.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
            warnings.add(new Problem(
                    Severity.WARNING,
                    origins.of(id),
                    "the DNS server `" + id + "` does not run, so " + names
                            + (unregistered.size() == 1 ? " is" : " are") + " not registered",
                    List.of("`dockerops run` starts it and registers what runs")));
        }
        return warnings;
    }

    private List<Node> startsOf(InstanceId id) {
        return starts.getOrDefault(id, List.of());
    }

    private static boolean registered(Instance instance) {
        return instance.settings().networking().registered();
    }

    private Optional<ObservedContainer> running(Instance instance) {
        return Decisions.current(topology, state.host(topology.host(instance.host())), instance)
                .filter(container -> container.status().running());
    }

    /** The end of what proves a start. */
    private List<Node> lastOf(Node start) {
        Action.StartContainer action = (Action.StartContainer) graph.action(start);
        return graph.lastAfter(
                start,
                next -> next instanceof Action.OfInstance of
                        && of.instance().equals(action.instance())
                        && (next instanceof Action.AwaitHealthy
                                || next instanceof Action.AwaitSteady
                                || next instanceof Action.Exec
                                || next instanceof Action.RenameContainer
                                || next instanceof Action.RemoveContainer));
    }

    /** The networks that the server is in on the host of {@code instance}. */
    private Set<String> beside(Instance instance) {
        return serving.filter(other -> other.host().equals(instance.host()))
                .flatMap(this::running)
                .map(container -> container.details().addresses().keySet())
                .orElse(Set.of());
    }

    private Optional<String> address(Instance instance) {
        return running(instance).flatMap(container -> container.details().foundAt(beside(instance)));
    }

    /** The registration of one instance. */
    private final class OfInstance {

        private final Instance instance;
        private final InstanceId id;
        private final List<Node> ready;
        private final DnsServer dns;

        OfInstance(Instance instance, List<Node> ready) {
            this.instance = instance;
            this.id = instance.id();
            this.ready = ready;
            this.dns = server.orElseThrow();
        }

        void add(boolean kept) {
            if (registered(instance)) {
                startsOf(id).forEach(this::afterStart);
                if (kept && startsOf(id).isEmpty()) {
                    running(instance).ifPresent(this::asItRuns);
                }
            } else if (kept && startsOf(id).isEmpty() && !serving.equals(Optional.of(instance))) {
                running(instance)
                        .filter(container -> container.details().variable(SELF).isEmpty())
                        .ifPresent(this::hide);
            }
        }

        private void afterStart(Node start) {
            String started = ((Action.StartContainer) graph.action(start)).name();
            List<Node> last = lastOf(start);
            boolean stopsAgain = graph
                    .nodes(action -> action instanceof Action.StopContainer stop
                            && stop.instance().equals(id)
                            && stop.name().equals(started))
                    .stream()
                    .anyMatch(stop -> graph.comesAfter(stop, start));
            if (!stopsAgain) {
                String name = last.stream()
                        .map(graph::action)
                        .filter(Action.RenameContainer.class::isInstance)
                        .map(action -> ((Action.RenameContainer) action).newName())
                        .findFirst()
                        .orElse(started);
                register(name, Cause.Plain.STARTED, List.of(), last);
            }
        }

        private void asItRuns(ObservedContainer container) {
            List<Node> before = graph.nodes(action -> action instanceof Action.OfInstance of
                    && of.instance().equals(id)
                    && (of instanceof Action.AwaitHealthy
                            || of instanceof Action.RenameContainer
                            || of instanceof Action.ConnectNetwork
                            || of instanceof Action.DisconnectNetwork));
            String name = topology.project().naming().container(id);
            boolean moves = before.stream()
                    .map(graph::action)
                    .anyMatch(action ->
                            action instanceof Action.ConnectNetwork || action instanceof Action.DisconnectNetwork);
            if (!ready.isEmpty() || moves) {
                register(name, moves ? Cause.Plain.NAMES_CHANGED : Cause.Plain.NAMES_LOST, List.of(), before);
            } else if (state.names().answered()) {
                container.details().foundAt(beside(instance)).ifPresent(address -> {
                    InstanceNames names = names(claim());
                    List<Difference> differences = NameDifferences.of(
                            names,
                            address,
                            container.details().foundAlone(),
                            state.names().known());
                    boolean missing =
                            state.names().known().addresses(names.own()).isEmpty();
                    if (!differences.isEmpty()) {
                        Cause cause = missing ? Cause.Plain.NAMES_MISSING : Cause.Plain.NAMES_CHANGED;
                        register(name, cause, differences, before);
                    }
                });
            }
        }

        /** Only what the server itself tells to be the container's is removed: a name alone may be anybody's. */
        private void hide(ObservedContainer container) {
            InstanceNames names = names(RegistrationPolicy.HIDE);
            if (names.registered(
                    container.details().allAddresses(), state.names().known())) {
                Action action = new Action.RemoveNames(
                        instance.host(), id, topology.project().naming().container(id), dns, names);
                graph.add(action, Cause.Plain.HIDDEN, List.of());
            }
        }

        private InstanceNames names(RegistrationPolicy claim) {
            return Registrations.names(topology, dns.dns(), id, claim);
        }

        private void register(String name, Cause cause, List<Difference> differences, List<Node> first) {
            if (!state.names().errors().isEmpty()) {
                throw new ProblemException(state.names().errors());
            }
            List<Node> after = new ArrayList<>(first);
            after.addAll(ready);
            Action action = new Action.RegisterNames(instance.host(), id, name, dns, names(claim()));
            graph.add(action, cause, differences, after);
        }

        /**
         * What the instance has of its service's name. One that replaces has it alone as long as it runs; of several, the
         * one that has it, unless another is started: then the last of those.
         */
        private RegistrationPolicy claim() {
            List<Instance> replacing = topology.instances().stream()
                    .filter(other -> other.id().service().equals(id.service()))
                    .filter(other -> other.settings()
                            .networking()
                            .registration()
                            .equals(Optional.of(RegistrationPolicy.REPLACE)))
                    .filter(other ->
                            !startsOf(other.id()).isEmpty() || running(other).isPresent())
                    .toList();
            if (replacing.isEmpty()) {
                return RegistrationPolicy.APPEND;
            }
            return holder(replacing).equals(id) ? RegistrationPolicy.REPLACE : RegistrationPolicy.HIDE;
        }

        private InstanceId holder(List<Instance> replacing) {
            List<Instance> started = replacing.stream()
                    .filter(other -> !startsOf(other.id()).isEmpty())
                    .toList();
            if (!started.isEmpty()) {
                return started.get(started.size() - 1).id();
            }
            List<String> present =
                    state.names().known().addresses(dns.dns().name(id.service().name()));
            return replacing.stream()
                    .filter(other -> address(other).map(List::of).equals(Optional.of(present)))
                    .findFirst()
                    .orElse(replacing.get(replacing.size() - 1))
                    .id();
        }
    }
}
