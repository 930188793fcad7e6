package io.dockerops.engine.plan;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.state.ObservedState;
import java.util.List;
import java.util.SortedMap;

/** Compares a valid project with the observed state. Calls nothing: the same input gives the same plan. */
public final class Planner {

    private Planner() {}

    /**
     * The plan for {@code request}.
     *
     * @param origins where the elements of the project were declared
     * @throws ProblemException when the options contradict the command, or the observed state does not allow it, such as a
     *     name that is taken
     */
    public static Plan plan(Project project, Origins origins, ObservedState state, PlanRequest request) {
        OptionRules.check(project, request);
        Demand demand = Demand.of(request, project);
        SortedMap<FieldPath, Value> arguments = demand.options().arguments();
        Topology topology = new Topology(
                project, instance -> demand.means(instance.id()) ? Arguments.over(instance, arguments) : instance);
        return switch (request.command()) {
            case CREATE, STARTUP, UPDATE, RUN -> new RunPlanner(topology, state, demand, origins).plan();
            case START, RESTART -> new StartPlanner(topology, state, demand, origins).plan();
            case STOP, REMOVE, SHUTDOWN, CLEAN -> new StopPlanner(topology, state, demand, origins).plan();
            case SIGNAL, WAIT -> new ProcessPlanner(topology, state, demand, origins).plan();
            case PULL -> pull(topology, state, demand);
        };
    }

    private static Plan pull(Topology topology, ObservedState state, Demand demand) {
        ActionGraph.Builder graph = new ActionGraph.Builder();
        Images images = new Images(topology, state, graph);
        topology.instances().stream()
                .filter(instance -> demand.means(instance.id()))
                .forEach(instance -> images.pull(instance, demand.pullAllImages()));
        return new Plan(topology.project().name(), topology.project().hosts(), graph.build(), List.of());
    }
}
