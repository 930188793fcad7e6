package io.dockerops.engine.plan;

import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.plan.PlanRequest.Command;
import io.dockerops.engine.plan.Starts.Commands;
import io.dockerops.engine.port.ContainerStatus;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.Severity;
import io.dockerops.engine.state.ObservedContainer;
import io.dockerops.engine.state.ObservedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans that containers that exist start, or stop and start again. */
final class StartPlanner {

    private final Topology topology;
    private final ObservedState state;
    private final Demand demand;
    private final Origins origins;
    private final ActionGraph.Builder graph = new ActionGraph.Builder();
    private final Starts starts = new Starts(graph);
    private final Storage storage;
    private final Map<InstanceId, List<Node>> ready = new HashMap<>();
    private final List<Problem> warnings = new ArrayList<>();

    StartPlanner(Topology topology, ObservedState state, Demand demand, Origins origins) {
        this.topology = topology;
        this.state = state;
        this.demand = demand;
        this.origins = origins;
        this.storage = new Storage(topology, state, graph, new Images(topology, state, graph));
    }

    Plan plan() {
        Set<InstanceId> all = topology.dependencies().nodes();
        boolean restart = demand.command() == Command.RESTART;
        Set<InstanceId> scope = demand.targets()
                .map(targets -> restart ? targets : topology.dependencies().closure(targets))
                .orElse(all);
        if (!Registrations.serves(topology, scope)) {
            NameRemovals.in(topology, state, graph);
        }
        for (InstanceId id : topology.dependencies().ordered()) {
            if (scope.contains(id)) {
                plan(topology.instance(id), restart);
            }
        }
        warnOfAddresses();
        Registrations registrations = new Registrations(topology, state, graph);
        registrations.add(Set.of());
        warnings.addAll(registrations.warnings(origins));
        return new Plan(topology.project().name(), topology.project().hosts(), graph.build(), warnings);
    }

    private void plan(Instance instance, boolean restart) {
        Optional<ObservedContainer> container =
                Decisions.current(topology, state.host(topology.host(instance.host())), instance);
        if (container.isEmpty()) {
            warn(instance, "has no container", "make it with `dockerops run`");
        } else if (!restart && toStart(instance, container.get().status())) {
            start(instance, container.get(), Cause.Plain.NOT_RUNNING, Commands.EVERY_START, List.of());
        } else if (restart && container.get().status().everStarted()) {
            restart(instance, container.get());
        } else if (restart) {
            warn(instance, "was never started", "start it with `dockerops start`");
        }
    }

    private void warn(Instance instance, String what, String way) {
        warnings.add(new Problem(
                Severity.WARNING, origins.of(instance.id()), "`" + instance.id() + "` " + what, List.of(way)));
    }

    /** What starts may get another address than the one that other containers were made with. */
    private void warnOfAddresses() {
        for (Instance instance : topology.instances()) {
            boolean made = Decisions.current(topology, state.host(topology.host(instance.host())), instance)
                    .isPresent();
            LinkedAddresses.targets(topology, instance).stream()
                    .filter(target -> made && ready.containsKey(target))
                    .forEach(target -> warnings.add(new Problem(
                            Severity.WARNING,
                            origins.of(instance.id()),
                            "`" + instance.id() + "` was made with the address of `" + target
                                    + "`, which may get another one by its start",
                            List.of("`dockerops run` then makes it anew"))));
        }
    }

    /** A persistent container that has ended, and a one-shot one that has ended well, are done. */
    private static boolean toStart(Instance instance, ContainerStatus status) {
        boolean done =
                status.everStarted() && (instance.persistent() || (instance.oneShot() && status.exitCode() == 0));
        return !status.active() && !done;
    }

    private void restart(Instance instance, ObservedContainer container) {
        List<Node> stopped = new ArrayList<>();
        if (container.status().active()) {
            Duration timeout = StopPlanner.timeout(container);
            Action stop = new Action.StopContainer(instance.host(), instance.id(), container.name(), timeout);
            stopped.add(graph.add(stop, Cause.Plain.REQUESTED, List.of()));
        }
        Commands commands = demand.restartExec() ? Commands.EVERY_START : Commands.NONE;
        start(instance, container, Cause.Plain.REQUESTED, commands, stopped);
    }

    private void start(
            Instance instance, ObservedContainer container, Cause cause, Commands commands, List<Node> first) {
        List<Node> after = new ArrayList<>(first);
        after.addAll(storage.beforeStart(instance, List.of()));
        topology.dependencies()
                .dependencies(instance.id())
                .forEach(dependency -> after.addAll(ready.getOrDefault(dependency, List.of())));
        boolean fresh = !container.status().everStarted();
        if (fresh) {
            Specification copied = new Specifications(topology, state).copied(instance);
            starts.fill(instance, container.name(), copied, cause, after).ifPresent(after::add);
        }
        Starts.Started started = starts.existing(instance, container.name(), fresh, commands, cause, after);
        ready.put(instance.id(), started.proven());
    }
}
