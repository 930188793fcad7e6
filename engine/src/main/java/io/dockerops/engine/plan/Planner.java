package io.dockerops.engine.plan;

import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.state.ObservedState;
import java.util.List;
import java.util.Set;

/** Compares a valid project with the observed state. Calls nothing: the same input gives the same plan. */
public final class Planner {

    private Planner() {}

    /**
     * The plan for {@code request}.
     *
     * @param origins where the elements of the project were declared
     * @throws ProblemException when the observed state does not allow it, such as a name that is taken
     */
    public static Plan plan(Project project, Origins origins, ObservedState state, PlanRequest request) {
        Topology topology = new Topology(project);
        return switch (request.command()) {
            case RUN -> new RunPlanner(topology, state, request, origins).plan();
            case START, RESTART -> new StartPlanner(topology, state, request, origins).plan();
            case STOP, REMOVE, CLEAN -> new StopPlanner(topology, state, request).plan();
            case PULL -> pull(topology, state, request);
        };
    }

    private static Plan pull(Topology topology, ObservedState state, PlanRequest request) {
        ActionGraph.Builder graph = new ActionGraph.Builder();
        Images images = new Images(topology, state, graph);
        Set<?> targets = request.targets().<Set<?>>map(set -> set).orElse(Set.of());
        topology.instances().stream()
                .filter(instance -> request.targets().isEmpty() || targets.contains(instance.id()))
                .forEach(images::pull);
        return new Plan(topology.project().name(), topology.project().hosts(), graph.build(), List.of());
    }
}
