package io.dockerops.engine.plan;

import io.dockerops.engine.model.HealthCheck;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.plan.PlanRequest.Command;
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
    private final PlanRequest request;
    private final Origins origins;
    private final ActionGraph.Builder graph = new ActionGraph.Builder();
    private final Map<InstanceId, List<Node>> ready = new HashMap<>();
    private final List<Problem> warnings = new ArrayList<>();

    StartPlanner(Topology topology, ObservedState state, PlanRequest request, Origins origins) {
        this.topology = topology;
        this.state = state;
        this.request = request;
        this.origins = origins;
    }

    Plan plan() {
        Set<InstanceId> all = topology.dependencies().nodes();
        boolean restart = request.command() == Command.RESTART;
        Set<InstanceId> scope = request.targets()
                .map(targets -> restart ? targets : topology.dependencies().closure(targets))
                .orElse(all);
        for (InstanceId id : topology.dependencies().ordered()) {
            if (scope.contains(id)) {
                plan(topology.instance(id), restart);
            }
        }
        return new Plan(topology.project().name(), topology.project().hosts(), graph.build(), warnings);
    }

    private void plan(Instance instance, boolean restart) {
        String name = topology.project().naming().container(instance.id());
        ObservedContainer container =
                state.host(topology.host(instance.host())).containers().get(name);
        if (container == null) {
            warnings.add(new Problem(
                    Severity.WARNING,
                    origins.of(instance.id()),
                    "`" + instance.id() + "` has no container",
                    List.of("make it with `dockerops run`")));
        } else if (restart || toStart(instance, container.status())) {
            start(instance, container);
        }
    }

    private static boolean toStart(Instance instance, ContainerStatus status) {
        boolean done = instance.oneShot() && status.everStarted() && status.exitCode() == 0;
        return !status.active() && !done;
    }

    private void start(Instance instance, ObservedContainer container) {
        InstanceId id = instance.id();
        Cause cause = request.command() == Command.RESTART ? Cause.Plain.REQUESTED : Cause.Plain.NOT_RUNNING;
        List<Node> after = new ArrayList<>();
        if (container.status().active()) {
            Duration timeout = StopPlanner.timeout(container);
            after.add(graph.add(
                    new Action.StopContainer(instance.host(), id, container.name(), timeout), cause, List.of()));
        }
        topology.dependencies()
                .dependencies(id)
                .forEach(dependency -> after.addAll(ready.getOrDefault(dependency, List.of())));
        Action start = new Action.StartContainer(instance.host(), id, container.name(), !instance.oneShot());
        Node last = graph.add(start, cause, after);
        Optional<Action> wait = awaiting(instance, container.name());
        ready.put(id, List.of(wait.isEmpty() ? last : graph.add(wait.get(), cause, List.of(last))));
    }

    private static Optional<Action> awaiting(Instance instance, String name) {
        if (instance.oneShot()) {
            return Optional.of(new Action.AwaitExit(instance.host(), instance.id(), name));
        }
        return instance.settings()
                .health()
                .filter(check -> !check.disabled())
                .map(check -> new Action.AwaitHealthy(
                        instance.host(), instance.id(), name, check.within().orElse(HealthCheck.DEFAULT_WITHIN)));
    }
}
