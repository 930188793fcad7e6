package io.dockerops.engine.plan;

import io.dockerops.engine.model.ActionId;
import io.dockerops.engine.model.CustomAction;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.state.ObservedState;
import java.util.Collection;
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
        PortsOfImages ports = new PortsOfImages(project, origins, state);
        Topology topology = new Topology(
                project,
                instance ->
                        ports.resolve(demand.means(instance.id()) ? Arguments.over(instance, arguments) : instance));
        return switch (request.command()) {
            case CREATE, STARTUP, UPDATE, RUN -> new RunPlanner(topology, state, demand, origins, ports).plan();
            case START, RESTART -> new StartPlanner(topology, state, demand, origins).plan();
            case STOP, REMOVE, SHUTDOWN, CLEAN -> new StopPlanner(topology, state, demand, origins).plan();
            case SIGNAL, WAIT -> new ProcessPlanner(topology, state, demand, origins).plan();
            case PULL -> pull(topology, state, demand);
        };
    }

    /**
     * The plan by which images of the project are made, and before them those that they are built upon.
     *
     * @throws ProblemException when Dockerfiles are wrong, or images are built upon each other in a circle
     */
    public static Plan plan(Project project, ObservedState state, ImagesRequest request) {
        return new BuildPlanner(project, state, request).plan();
    }

    /**
     * The plan by which a script runs in containers of their own of some instances, and what these depend on runs.
     *
     * @param origins where the elements of the project were declared
     * @throws ProblemException when an instance has a container already, or the observed state does not allow it otherwise
     */
    public static Plan plan(Project project, Origins origins, ObservedState state, ScriptRequest request) {
        return new ScriptPlanner(project, origins, state, request).plan();
    }

    /**
     * The plan by which the action {@code wanted} is performed, and before it those that it needs.
     *
     * @param origins where the elements of the project, its actions among them, were declared
     * @param actions all actions of the project, without contradictions
     * @throws ProblemException when the observed state does not allow it, such as a command in what does not run
     */
    public static Plan plan(
            Project project, Origins origins, ObservedState state, Collection<CustomAction> actions, ActionId wanted) {
        return new CustomActionPlanner(project, origins, state, actions).plan(wanted);
    }

    /**
     * What {@code policies}, one after the other, leave of {@code plan}.
     *
     * @throws ProblemException with all that they refuse
     */
    public static Plan apply(List<Policy> policies, Plan plan) {
        return Policies.apply(plan, policies);
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
