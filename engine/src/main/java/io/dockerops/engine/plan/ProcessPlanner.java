package io.dockerops.engine.plan;

import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.plan.PlanRequest.Command;
import io.dockerops.engine.port.ContainerStatus;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.Severity;
import io.dockerops.engine.state.ObservedContainer;
import io.dockerops.engine.state.ObservedState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans what is done to the main processes of containers: signals, and waiting for their end. */
final class ProcessPlanner {

    private final Topology topology;
    private final ObservedState state;
    private final Demand demand;
    private final Origins origins;
    private final ActionGraph.Builder graph = new ActionGraph.Builder();
    private final List<Problem> warnings = new ArrayList<>();

    ProcessPlanner(Topology topology, ObservedState state, Demand demand, Origins origins) {
        this.topology = topology;
        this.state = state;
        this.demand = demand;
        this.origins = origins;
    }

    Plan plan() {
        for (Instance instance : topology.instances()) {
            if (demand.means(instance.id())) {
                plan(instance);
            }
        }
        return new Plan(topology.project().name(), topology.project().hosts(), graph.build(), warnings);
    }

    private void plan(Instance instance) {
        Optional<ObservedContainer> container =
                Decisions.current(topology, state.host(topology.host(instance.host())), instance);
        Optional<Action> action = container.flatMap(found -> action(instance, found));
        if (action.isPresent()) {
            graph.add(action.get(), Cause.Plain.REQUESTED, List.of());
        } else if (demand.targets().isPresent()) {
            warnings.add(new Problem(
                    Severity.WARNING,
                    origins.of(instance.id()),
                    "`" + instance.id() + "` "
                            + container
                                    .map(found -> "does not run: it is "
                                            + found.status().state())
                                    .orElse("has no container"),
                    List.of("see what there is with `dockerops ps`")));
        }
    }

    private Optional<Action> action(Instance instance, ObservedContainer container) {
        ContainerStatus status = container.status();
        if (demand.command() == Command.SIGNAL) {
            return status.running()
                    ? Optional.of(new Action.SignalContainer(
                            instance.host(), instance.id(), container.name(), demand.signal()))
                    : Optional.empty();
        }
        return status.everStarted()
                ? Optional.of(new Action.AwaitExit(
                        instance.host(),
                        instance.id(),
                        container.name(),
                        demand.options().waitTimeout()))
                : Optional.empty();
    }
}
