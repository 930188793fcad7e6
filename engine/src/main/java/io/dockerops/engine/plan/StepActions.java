package io.dockerops.engine.plan;

import io.dockerops.engine.model.ActionId;
import io.dockerops.engine.model.CustomAction;
import io.dockerops.engine.model.CustomAction.Step;
import io.dockerops.engine.model.ExecCommand;
import io.dockerops.engine.model.HealthCheck;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.Script;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.plan.PlannedAction.Trigger;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.state.ObservedContainer;
import io.dockerops.engine.state.ObservedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds the actions for single steps, one after the other, and keeps in mind what runs after those that it has added.
 */
final class StepActions {

    /**
     * Where a step stands in a plan.
     *
     * @param trigger what must have become of what it waits for
     * @param after what it waits for
     */
    record Place(Trigger trigger, List<Node> after) {

        static Place after(List<Node> nodes) {
            return new Place(Trigger.ALL_DONE, List.copyOf(nodes));
        }
    }

    private final Project project;
    private final ObservedState state;
    private final ActionGraph.Builder graph;
    private final ScriptActions scripts;
    private final Map<InstanceId, Boolean> running = new LinkedHashMap<>();
    private final Set<ServiceId> names = new LinkedHashSet<>();

    StepActions(Project project, Origins origins, ObservedState state, ActionGraph.Builder graph) {
        this.project = project;
        this.state = state;
        this.graph = graph;
        this.scripts = new ScriptActions(origins, state, graph);
        project.services().forEach(service -> names.add(service.id()));
    }

    List<Problem> warnings() {
        return scripts.warnings();
    }

    /**
     * Adds the actions of one step for one instance.
     *
     * @return the actions; none when there is nothing to do
     * @throws Mistake when it cannot be done
     */
    List<Node> add(ActionId action, Step step, InstanceId id, Place place) {
        Instance instance = instance(id);
        Cause cause = new Cause.StepOf(action, step.number());
        CustomAction.Task task = step.task();
        if (task instanceof CustomAction.RunScript run) {
            return script(action, instance, run.script(), cause, place);
        }
        ObservedContainer container = container(instance);
        Steps steps = new Steps(instance, container, cause, place);
        if (task instanceof CustomAction.Exec exec) {
            return steps.exec(exec.command());
        } else if (task instanceof CustomAction.Signal signal) {
            return steps.signal(signal.signal());
        } else if (task instanceof CustomAction.Stop stop) {
            return steps.stop(stop.timeout());
        } else if (task instanceof CustomAction.Restart restart) {
            return steps.restart(restart.timeout());
        } else if (task instanceof CustomAction.Start) {
            return steps.start();
        }
        return steps.await();
    }

    private Instance instance(InstanceId id) {
        return project.instances().stream()
                .filter(instance -> instance.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ObservedContainer container(Instance instance) {
        ObservedContainer found = state.host(project.host(instance.host()).orElseThrow())
                .containers()
                .get(project.naming().container(instance.id()));
        if (found == null) {
            throw new Mistake(
                    "`" + instance.id() + "` has no container", "`dockerops run " + instance.id() + "` makes it");
        }
        running.putIfAbsent(instance.id(), found.status().active());
        return found;
    }

    /** A script runs beside the service, as one of its own that the project does not have otherwise. */
    private List<Node> script(ActionId action, Instance like, Script script, Cause cause, Place place) {
        ServiceId name = ScriptActions.besideName(like.id(), action.name());
        for (int number = 2; !names.add(name); number++) {
            name = ScriptActions.besideName(like.id(), action.name() + "-" + number);
        }
        Project adapted = ScriptActions.beside(project, like, script, name);
        return scripts.add(adapted, InstanceId.only(name), script, cause, place);
    }

    /** The steps that are done to one container. */
    private final class Steps {

        private final Instance instance;
        private final ObservedContainer container;
        private final Cause cause;
        private final Place place;

        Steps(Instance instance, ObservedContainer container, Cause cause, Place place) {
            this.instance = instance;
            this.container = container;
            this.cause = cause;
            this.place = place;
        }

        private Node first(Action action) {
            return graph.add(action, cause, List.of(), place.trigger(), place.after());
        }

        private boolean runs() {
            return running.getOrDefault(instance.id(), false);
        }

        private void requireRunning(String purpose) {
            if (!runs()) {
                throw new Mistake(
                        "`" + instance.id() + "` does not run, and this " + purpose,
                        "let a step before it `start` it, or start it with `dockerops start " + instance.id() + "`");
            }
        }

        List<Node> exec(ExecCommand command) {
            requireRunning("runs a command in it");
            return List.of(first(new Action.Exec(instance.host(), instance.id(), container.name(), command)));
        }

        List<Node> signal(String signal) {
            requireRunning("sends it a signal");
            return List.of(first(new Action.SignalContainer(instance.host(), instance.id(), container.name(), signal)));
        }

        List<Node> stop(Optional<Duration> timeout) {
            if (!runs()) {
                return List.of();
            }
            running.put(instance.id(), false);
            return List.of(first(stopping(timeout)));
        }

        private Action stopping(Optional<Duration> timeout) {
            return new Action.StopContainer(
                    instance.host(),
                    instance.id(),
                    container.name(),
                    timeout.orElseGet(() -> StopPlanner.timeout(container)));
        }

        List<Node> start() {
            return runs() ? List.of() : started(first(starting()));
        }

        List<Node> restart(Optional<Duration> timeout) {
            if (!runs()) {
                return start();
            }
            Node stopped = first(stopping(timeout));
            Node started = graph.add(starting(), cause, List.of(stopped));
            List<Node> nodes = new ArrayList<>(List.of(stopped));
            nodes.addAll(started(started));
            return nodes;
        }

        private Action starting() {
            return new Action.StartContainer(instance.host(), instance.id(), container.name(), !instance.oneShot());
        }

        private List<Node> started(Node started) {
            running.put(instance.id(), true);
            Optional<Action> wait = waiting();
            return wait.isEmpty() ? List.of(started) : List.of(started, graph.add(wait.get(), cause, List.of(started)));
        }

        List<Node> await() {
            return waiting().map(wait -> List.of(first(wait))).orElse(List.of());
        }

        private Optional<Action> waiting() {
            if (instance.oneShot()) {
                return Optional.of(new Action.AwaitExit(instance.host(), instance.id(), container.name()));
            }
            return instance.settings()
                    .health()
                    .filter(check -> !check.disabled())
                    .map(check -> new Action.AwaitHealthy(
                            instance.host(),
                            instance.id(),
                            container.name(),
                            check.within().orElse(HealthCheck.DEFAULT_WITHIN)));
        }
    }
}
