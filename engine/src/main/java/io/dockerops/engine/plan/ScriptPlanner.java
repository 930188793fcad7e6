package io.dockerops.engine.plan;

import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.ServiceId;
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
        List<Run> runs = new ArrayList<>();
        for (Instance instance : project.instances()) {
            if (request.targets().contains(instance.id())) {
                Run run = run(instance);
                runs.add(run);
                run.present().filter(container -> !request.script().replace()).ifPresent(this::refuse);
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        ScriptActions actions = new ScriptActions(origins, state, graph);
        for (Run run : runs) {
            StepActions.Place first = StepActions.Place.after(List.of());
            actions.add(run.project(), run.id(), request.script(), Cause.Plain.REQUESTED, first);
        }
        return new Plan(project.name(), project.hosts(), graph.build(), actions.warnings());
    }

    /**
     * One run of the script.
     *
     * @param id the instance that runs it
     * @param project a project in which that instance runs the script
     * @param present the container that is there already
     */
    private record Run(InstanceId id, Project project, Optional<ObservedContainer> present) {}

    private Run run(Instance instance) {
        if (!request.beside()) {
            Project adapted = ScriptActions.adapted(project, instance.id(), request.script());
            return new Run(instance.id(), adapted, present(instance.host(), instance.id()));
        }
        ServiceId name = ScriptActions.besideName(instance.id(), "script");
        InstanceId id = InstanceId.only(name);
        Project adapted = ScriptActions.beside(project, instance, request.script(), name);
        return new Run(id, adapted, present(instance.host(), id));
    }

    private Optional<ObservedContainer> present(HostId id, InstanceId instance) {
        ObservedHost host = state.host(project.host(id).orElseThrow());
        return Optional.ofNullable(host.containers().get(project.naming().container(instance)));
    }

    private void refuse(ObservedContainer container) {
        InstanceId id = container.instance();
        Problem problem = Problem.error(
                "`" + id + "` has a container already, and a script runs in a fresh one: `" + container.name() + "` is "
                        + container.status().state(),
                request.beside()
                        ? "`--replace` removes it first"
                        : "`--replace` removes it first, and `--beside` runs the script in a container of its own");
        problems.add(origins.of(id).map(problem::at).orElse(problem));
    }
}
