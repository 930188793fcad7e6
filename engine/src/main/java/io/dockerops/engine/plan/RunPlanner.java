package io.dockerops.engine.plan;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.NetworkId;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.VolumeId;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.plan.PlanRequest.Command;
import io.dockerops.engine.port.ContainerStatus;
import io.dockerops.engine.port.NetworkDetails;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.Severity;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.state.ObservedContainer;
import io.dockerops.engine.state.ObservedHost;
import io.dockerops.engine.state.ObservedState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans that instances, and all that they depend on, have containers, run, or run as declared. */
final class RunPlanner {

    private final Topology topology;
    private final ObservedState state;
    private final Demand demand;
    private final Origins origins;
    private final ActionGraph.Builder graph = new ActionGraph.Builder();
    private final Images images;
    private final PortsOfImages portsOfImages;
    private final Map<InstanceId, InstanceId> dependents = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final List<VariablesMissing.Missing> missing = new ArrayList<>();

    RunPlanner(Topology topology, ObservedState state, Demand demand, Origins origins, PortsOfImages portsOfImages) {
        this.topology = topology;
        this.state = state;
        this.demand = demand;
        this.origins = origins;
        this.images = new Images(topology, state, graph);
        this.portsOfImages = portsOfImages;
    }

    /**
     * The plan.
     *
     * @throws VariablesMissing when nothing is wrong but that required variables have no value
     * @throws ProblemException when a name is taken by what is not the project's, a host has not what is asked of it, or
     *     images cannot be made
     */
    Plan plan() {
        Images.check(state);
        problems.addAll(portsOfImages.problems());
        Map<InstanceId, Decision> decisions = decide();
        if (!problems.isEmpty()) {
            missing.forEach(each -> problems.add(each.problem()));
            throw new ProblemException(problems);
        }
        if (!missing.isEmpty()) {
            throw new VariablesMissing(missing);
        }
        if (!serverGoes(decisions)) {
            NameRemovals.in(topology, state, graph);
        }
        Networks networks = new Networks(topology, state, graph);
        Storage storage = new Storage(topology, state, graph, images);
        Ports ports = new Ports(graph, decisions.values());
        InstanceActions actions = new InstanceActions(
                topology, state, graph, images, networks, storage, ports, demand.command() != Command.CREATE);
        Map<InstanceId, List<Node>> removed = removeStrays(ports, decisions);
        decisions.values().forEach(decision -> actions.plan(decision, neededBy(decision), removed));
        ports.order();
        networks.joinAgain(decisions.keySet());
        if (demand.targets().isEmpty() && demand.command() == Command.RUN) {
            removeNetworks(networks);
        }
        if (demand.command() != Command.CREATE) {
            Registrations registrations = new Registrations(topology, state, graph);
            registrations.add(decisions.keySet());
            warnings.addAll(registrations.warnings(origins));
        }
        return new Plan(
                topology.project().name(), List.copyOf(topology.project().hosts()), graph.build(), warnings);
    }

    /** Whether the DNS server is made anew, so that nobody can tell when it is there to be told of others. */
    private boolean serverGoes(Map<InstanceId, Decision> decisions) {
        return topology.project()
                .nameServer()
                .map(instance -> decisions.get(instance.id()))
                .filter(Decision::makes)
                .isPresent();
    }

    private Map<InstanceId, Decision> decide() {
        Set<InstanceId> scope = demand.targets()
                .map(targets -> topology.dependencies().closure(targets))
                .orElse(topology.dependencies().nodes());
        Decisions decisions = new Decisions(topology, state, images, demand);
        Map<InstanceId, Decision> decided = new LinkedHashMap<>();
        for (InstanceId id : topology.dependencies().ordered()) {
            if (scope.contains(id)) {
                Instance instance = topology.instance(id);
                checkName(instance);
                checkVolumes(instance);
                missing.addAll(EnvironmentValues.missing(instance, origins));
                problems.addAll(new EnvironmentValues(topology::host, state).check(instance, origins));
                Decision decision = decisions.decide(instance);
                checkAddresses(decision);
                portsOfImages.warning(id).ifPresent(warnings::add);
                warnOfRestarts(decision);
                warnOfHeld(decision);
                decided.put(id, decision);
            }
        }
        return decided;
    }

    private void checkName(Instance instance) {
        String name = topology.project().naming().container(instance.id());
        ObservedHost host = state.host(topology.host(instance.host()));
        Optional.ofNullable(host.foreign().get(name)).ifPresent(taken -> {
            Problem problem = Problem.error(
                    "the name `" + name + "` is taken on host `" + instance.host() + "` by a container of image `"
                            + taken.image() + "` that this project did not make",
                    "rename or remove it: docker rename " + name + " " + name + ".old");
            problems.add(origins.of(instance.id()).map(problem::at).orElse(problem));
        });
    }

    private void checkVolumes(Instance instance) {
        ObservedHost host = state.host(topology.host(instance.host()));
        Storage.named(topology, instance).forEach(volume -> {
            String name = topology.project().naming().volume(volume.id());
            var present = host.volumes().get(name);
            if (present != null
                    && !topology.project().name().equals(present.labels().get(Labels.PROJECT))) {
                warn(
                        volume.id(),
                        "the volume `" + name + "` on host `" + instance.host()
                                + "` was not made by this project; it is used as it is");
            } else if (present == null) {
                host.volumes().values().stream()
                        .filter(other ->
                                Identities.of(topology.project(), other).equals(Optional.of(volume.id())))
                        .forEach(other -> warn(
                                volume.id(),
                                "the volume `" + volume.id() + "` is called `" + name
                                        + "` now, and is new and empty on host `" + instance.host()
                                        + "`; what it had is kept in `" + other.name() + "`"));
            }
        });
    }

    /** Where nothing is started, the address of what does not run is not there to be made with. */
    private void checkAddresses(Decision decision) {
        if (!decision.makes() || demand.command() != Command.CREATE) {
            return;
        }
        Instance instance = decision.instance();
        LinkedAddresses addresses = new LinkedAddresses(topology, state);
        for (LinkedAddresses.Linked linked : LinkedAddresses.of(topology, instance)) {
            if (addresses.lacking(instance, linked)) {
                Problem problem = Problem.error(
                        "`" + instance.id() + "` is made with the address of `" + linked.target()
                                + "`, which has none before it runs",
                        "`dockerops run` starts it first; or start it before, or give it a fixed address: `network '…',"
                                + " ipv4: '…'`");
                problems.add(link(instance, linked).map(problem::at).orElse(problem));
            }
        }
    }

    private Optional<SourceRef> link(Instance instance, LinkedAddresses.Linked linked) {
        return instance.settings().links().stream()
                .filter(link -> link.address() && link.variable().equals(linked.variable()))
                .findFirst()
                .flatMap(link -> origins.of(instance.id(), "link", link.target().toString()));
    }

    private void warn(VolumeId id, String text) {
        Problem warning = new Problem(Severity.WARNING, origins.of(id), text, List.of());
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    private void warnOfRestarts(Decision decision) {
        decision.current()
                .map(ObservedContainer::status)
                .filter(status -> status.state() == ContainerStatus.State.RESTARTING)
                .ifPresent(status -> warnings.add(new Problem(
                        Severity.WARNING,
                        origins.of(decision.instance().id()),
                        "`" + decision.instance().id() + "` keeps restarting; it ended with exit code "
                                + status.exitCode(),
                        List.of("see why with `dockerops logs "
                                + decision.instance().id() + "`"))));
    }

    private void warnOfHeld(Decision decision) {
        if (!decision.held().isEmpty()) {
            InstanceId id = decision.instance().id();
            String fields = decision.held().stream()
                    .map(difference -> "`" + difference.field() + "`")
                    .collect(Collectors.joining(", "));
            warnings.add(new Problem(
                    Severity.WARNING,
                    origins.of(id),
                    "`" + id + "` is persistent and is not replaced, although " + fields + " differ"
                            + (decision.held().size() == 1 ? "s" : ""),
                    List.of("replace it with `dockerops update --update-persistent " + id + "`")));
        }
    }

    /** The first instance that depends on the one decided about, if there is any. */
    private Optional<InstanceId> neededBy(Decision decision) {
        return Optional.ofNullable(firstDependents().get(decision.instance().id()));
    }

    private Map<InstanceId, InstanceId> firstDependents() {
        if (dependents.isEmpty()) {
            for (InstanceId id : topology.dependencies().nodes()) {
                topology.dependencies().dependencies(id).forEach(dependency -> dependents.putIfAbsent(dependency, id));
            }
        }
        return dependents;
    }

    /** Removes containers of the project that no instance has: no longer declared, moved, or left over by a broken run. */
    private Map<InstanceId, List<Node>> removeStrays(Ports ports, Map<InstanceId, Decision> decisions) {
        Map<InstanceId, List<Node>> removed = new LinkedHashMap<>();
        for (ObservedHost host : state.hosts().values()) {
            for (ObservedContainer container : host.containers().values()) {
                InstanceId id = container.instance();
                if (!expected(host, container) && stray(host.host(), container, decisions)) {
                    Node node = removeStray(host.host(), container, ports);
                    removed.computeIfAbsent(id, key -> new ArrayList<>()).add(node);
                }
            }
        }
        return removed;
    }

    private boolean expected(ObservedHost host, ObservedContainer container) {
        InstanceId id = container.instance();
        return topology.declares(id)
                && topology.instance(id).host().equals(host.host().id())
                && Decisions.current(topology, host, topology.instance(id)).equals(Optional.of(container));
    }

    /** Whether it is to go: what stands in the way of this plan always, what is no longer declared when all is to fit. */
    private boolean stray(Host host, ObservedContainer container, Map<InstanceId, Decision> decisions) {
        InstanceId id = container.instance();
        boolean here = topology.declares(id) && topology.instance(id).host().equals(host.id());
        if (here && decisions.containsKey(id)) {
            return true;
        }
        if (asked(container) && !topology.declares(id)) {
            return false;
        }
        return demand.command() == Command.RUN && (demand.targets().isEmpty() || decisions.containsKey(id));
    }

    /** What the command line has asked for stays until it is cleaned, although no file lists it. */
    private static boolean asked(ObservedContainer container) {
        return container.details().labels().containsKey(Labels.ASKED);
    }

    private Node removeStray(Host host, ObservedContainer container, Ports ports) {
        InstanceId id = container.instance();
        boolean declared = topology.declares(id) && topology.instance(id).host().equals(host.id());
        if (declared) {
            return graph.add(
                    new Action.RemoveContainer(host.id(), id, container.name(), true),
                    Cause.Plain.LEFT_OVER,
                    List.of());
        }
        List<Node> stopped = new ArrayList<>();
        if (container.status().active()) {
            Action stop = new Action.StopContainer(host.id(), id, container.name(), StopPlanner.timeout(container));
            stopped.add(graph.add(stop, Cause.Plain.NOT_DECLARED, List.of()));
            ports.freed(host.id(), container, stopped.get(0));
        }
        return graph.add(
                new Action.RemoveContainer(host.id(), id, container.name(), true), Cause.Plain.NOT_DECLARED, stopped);
    }

    /** Removes networks of the project that are no longer declared, after the containers in them are gone or moved. */
    private void removeNetworks(Networks networks) {
        for (ObservedHost host : state.hosts().values()) {
            for (NetworkDetails network : host.networks().values()) {
                if (!networks.remade(host.host().id(), network.name()) && !keptByAsked(host, network)) {
                    undeclared(network).ifPresent(id -> removeNetwork(host, network.name(), id));
                }
            }
        }
    }

    private boolean keptByAsked(ObservedHost host, NetworkDetails network) {
        return host.containers().values().stream()
                .anyMatch(container -> asked(container)
                        && !topology.declares(container.instance())
                        && Networks.connected(container, network.name()));
    }

    private Optional<NetworkId> undeclared(NetworkDetails network) {
        return Identities.of(topology.project(), network)
                .filter(id -> !topology.declares(id)
                        || !topology.project().naming().network(id).equals(network.name()));
    }

    private void removeNetwork(ObservedHost host, String name, NetworkId id) {
        Set<String> connected = new LinkedHashSet<>();
        for (ObservedContainer container : host.containers().values()) {
            if (Networks.connected(container, name)) {
                connected.add(container.name());
            }
        }
        List<Node> after = graph.nodes(action -> leaves(action, host.host().id(), connected, name));
        graph.add(new Action.RemoveNetwork(host.host().id(), id, name), Cause.Plain.NOT_DECLARED, after);
    }

    private static boolean leaves(Action action, HostId host, Set<String> containers, String network) {
        if (action instanceof Action.DisconnectNetwork leave) {
            return leave.host().equals(host) && leave.network().equals(network) && containers.contains(leave.name());
        }
        return action instanceof Action.RemoveContainer removed
                && removed.host().equals(host)
                && containers.contains(removed.name());
    }
}
