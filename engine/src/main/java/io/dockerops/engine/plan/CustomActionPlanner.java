package io.dockerops.engine.plan;

import io.dockerops.engine.graph.Graph;
import io.dockerops.engine.model.ActionId;
import io.dockerops.engine.model.CustomAction;
import io.dockerops.engine.model.CustomAction.Stage;
import io.dockerops.engine.model.CustomAction.Step;
import io.dockerops.engine.model.CustomActionRules;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.plan.PlannedAction.Trigger;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.state.ObservedState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans an action that the project declares: stage after stage, and what follows whatever becomes of them. */
final class CustomActionPlanner {

    private final Project project;
    private final Origins origins;
    private final Map<ActionId, CustomAction> actions = new LinkedHashMap<>();
    private final ActionGraph.Builder graph = new ActionGraph.Builder();
    private final StepActions steps;
    private final Registrations registrations;
    private final List<Problem> problems = new ArrayList<>();

    CustomActionPlanner(Project project, Origins origins, ObservedState state, Collection<CustomAction> actions) {
        this.project = project;
        this.origins = origins;
        Topology topology = new Topology(project);
        NameRemovals.in(topology, state, graph);
        this.registrations = new Registrations(topology, state, graph);
        this.steps = new StepActions(project, origins, state, graph);
        actions.forEach(action -> this.actions.put(action.id(), action));
    }

    /** @throws ProblemException when a step cannot be done in the observed state */
    Plan plan(ActionId wanted) {
        Graph<ActionId> needs = new Graph<>();
        actions.values().forEach(action -> {
            needs.node(action.id());
            action.needs().forEach(need -> needs.edge(action.id(), need));
        });
        Map<ActionId, List<Node>> done = new LinkedHashMap<>();
        var performed = needs.closure(List.of(wanted));
        for (ActionId id : needs.ordered()) {
            if (performed.contains(id)) {
                List<Node> before = new ArrayList<>();
                needs.dependencies(id).forEach(need -> before.addAll(done.getOrDefault(need, List.of())));
                done.put(id, perform(action(id), before));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        registrations.add(Set.of());
        List<Problem> warnings = new ArrayList<>(steps.warnings());
        warnings.addAll(registrations.warnings(origins));
        return new Plan(project.name(), project.hosts(), graph.build(), warnings);
    }

    private CustomAction action(ActionId id) {
        return Optional.ofNullable(actions.get(id))
                .orElseThrow(() -> new IllegalArgumentException("no action `" + id + "`"));
    }

    /** The actions that everything which needs this action waits for. */
    private List<Node> perform(CustomAction action, List<Node> before) {
        List<Node> all = new ArrayList<>();
        List<Node> last = before;
        for (Stage stage : action.stages()) {
            List<Node> done = stage(action, stage, StepActions.Place.after(last), all);
            last = done.isEmpty() ? last : done;
        }
        if (action.afterwards().isEmpty()) {
            return last;
        }
        List<Node> ends = new ArrayList<>(last);
        for (Stage stage : action.afterwards()) {
            List<Node> watched = List.copyOf(all);
            ends.addAll(stage(action, stage, new StepActions.Place(Trigger.ALL_ENDED, watched), all));
        }
        return ends;
    }

    private List<Node> stage(CustomAction action, Stage stage, StepActions.Place place, List<Node> all) {
        List<Node> done = new ArrayList<>();
        for (Step step : stage.steps()) {
            for (Instance instance : targets(step)) {
                done.addAll(step(action, step, instance.id(), place));
            }
        }
        all.addAll(done);
        return done;
    }

    private List<Instance> targets(Step step) {
        return project.instances().stream()
                .filter(instance -> step.target().matches(instance.id()))
                .toList();
    }

    private List<Node> step(CustomAction action, Step step, InstanceId id, StepActions.Place place) {
        try {
            return steps.add(action.id(), step, id, place);
        } catch (Mistake mistake) {
            Problem problem = Problem.error(mistake.summary(), mistake.hints().toArray(String[]::new));
            problems.add(origins.of(action.id(), CustomActionRules.STEP, String.valueOf(step.number()))
                    .map(problem::at)
                    .orElse(problem));
            return List.of();
        }
    }
}
