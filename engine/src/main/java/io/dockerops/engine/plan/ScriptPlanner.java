package io.dockerops.engine.plan;

import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.state.ObservedContainer;
import io.dockerops.engine.state.ObservedHost;
import io.dockerops.engine.state.ObservedState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans that a script runs in fresh containers, and that what these depend on runs. */
final class ScriptPlanner {

    private final Project project;
    private final Origins origins;
    private final ScriptRequest request;
    private final ActionGraph.Builder graph = new ActionGraph.Builder();
    private final List<Problem> problems = new ArrayList<>();
    private final ObservedState state;

    ScriptPlanner(Project project, Origins origins, ObservedState state, ScriptRequest request) {
        this.project = project;
        this.origins = origins;
        this.state = state;
        this.request = request;
    }

    Plan plan() {
        List<Instance> targets = project.instances().stream()
                .filter(instance -> request.targets().contains(instance.id()))
                .toList();
        ObservedState without = state;
        for (Instance instance : targets) {
            Optional<ObservedContainer> present = present(instance);
            present.filter(container -> !request.script().replace()).ifPresent(this::refuse);
            if (present.isPresent()) {
                without = without.without(instance.host(), present.get().name());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        ScriptActions actions = new ScriptActions(origins, without, graph);
        for (Instance instance : targets) {
            List<Node> removed = present(instance)
                    .map(container -> remove(instance.host(), container))
                    .orElse(List.of());
            Project adapted = ScriptActions.adapted(project, instance.id(), request.script());
            actions.add(
                    adapted,
                    instance.id(),
                    request.script(),
                    Cause.Plain.REQUESTED,
                    StepActions.Place.after(List.of()),
                    removed);
        }
        return new Plan(project.name(), project.hosts(), graph.build(), actions.warnings());
    }

    private Optional<ObservedContainer> present(Instance instance) {
        ObservedHost host = state.host(project.host(instance.host()).orElseThrow());
        return Optional.ofNullable(host.containers().get(project.naming().container(instance.id())));
    }

    private void refuse(ObservedContainer container) {
        InstanceId id = container.instance();
        Problem problem = Problem.error(
                "`" + id + "` has a container already, and a script runs in a fresh one: `" + container.name() + "` is "
                        + container.status().state(),
                "`--replace` removes it first, and so does `dockerops remove " + id + "`");
        problems.add(origins.of(id).map(problem::at).orElse(problem));
    }

    private List<Node> remove(HostId host, ObservedContainer container) {
        List<Node> stopped = new ArrayList<>();
        if (container.status().active()) {
            Action stop = new Action.StopContainer(
                    host, container.instance(), container.name(), StopPlanner.timeout(container));
            stopped.add(graph.add(stop, Cause.Plain.REQUESTED, List.of()));
        }
        Action remove = new Action.RemoveContainer(host, container.instance(), container.name(), false);
        return List.of(graph.add(remove, Cause.Plain.REQUESTED, stopped));
    }
}
