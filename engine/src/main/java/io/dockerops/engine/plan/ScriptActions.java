package io.dockerops.engine.plan;

import io.dockerops.engine.model.CopiedFile;
import io.dockerops.engine.model.HostAddress;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.Script;
import io.dockerops.engine.model.ScriptSettings;
import io.dockerops.engine.model.Service;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.model.Settings;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.plan.PlannedAction.Trigger;
import io.dockerops.engine.plan.StepActions.Place;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.state.ObservedContainer;
import io.dockerops.engine.state.ObservedState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds the actions by which a script runs. A script is planned like a service that runs to its end, with all that it
 * depends on; then the wait for a good end becomes one for any end, after which the output is read and the container
 * removed.
 */
final class ScriptActions {

    private final Origins origins;
    private final ObservedState state;
    private final ActionGraph.Builder graph;
    private final Map<Action, Node> known = new HashMap<>();
    private final List<Problem> warnings = new ArrayList<>();

    ScriptActions(Origins origins, ObservedState state, ActionGraph.Builder graph) {
        this.origins = origins;
        this.state = state;
        this.graph = graph;
    }

    /** What the plans of all that scripts depend on warn of. */
    List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Adds the actions for one instance.
     *
     * @param project has the instance
     * @param id the instance; a container that it has is removed
     * @param cause why
     * @param place what everything waits for
     * @return the last actions
     */
    List<Node> add(Project project, InstanceId id, Script script, Cause cause, Place place) {
        Instance instance = instance(project, id);
        Optional<ObservedContainer> present =
                Optional.ofNullable(state.host(project.host(instance.host()).orElseThrow())
                        .containers()
                        .get(project.naming().container(id)));
        List<Node> beforeCreate = present.map(container -> remove(instance.host(), container, cause, place))
                .orElse(List.of());
        ObservedState fresh = present.isEmpty()
                ? state
                : state.without(instance.host(), present.get().name());
        Plan plan = Planner.plan(
                project,
                origins,
                fresh,
                PlanRequest.of(PlanRequest.Command.STARTUP).withTargets(Set.of(id)));
        warnings.addAll(plan.warnings());
        Map<Integer, List<Node>> ends = new HashMap<>();
        List<Node> last = new ArrayList<>();
        for (PlannedAction planned : plan.graph().actions()) {
            boolean first = planned.after().isEmpty();
            List<Node> before = new ArrayList<>(first ? place.after() : List.of());
            Trigger trigger = first ? place.trigger() : planned.trigger();
            planned.after().forEach(number -> before.addAll(ends.getOrDefault(number, List.of())));
            boolean own = planned.action().subject().equals(id);
            Action action = planned.action();
            if (own && action instanceof Action.CreateContainer create) {
                before.addAll(beforeCreate);
                ends.put(
                        planned.number(),
                        create(create, script, copied(project, instance, script), cause, trigger, before));
            } else if (own && action instanceof Action.AwaitExit wait) {
                last.addAll(end(wait, instance, script, cause, before));
                ends.put(planned.number(), last);
            } else {
                ends.put(planned.number(), List.of(node(planned, own ? cause : planned.cause(), trigger, before)));
            }
        }
        return last;
    }

    private List<Node> remove(HostId host, ObservedContainer container, Cause cause, Place place) {
        Action remove = new Action.RemoveContainer(host, container.instance(), container.name(), false);
        if (!container.status().active()) {
            return List.of(graph.add(remove, cause, List.of(), place.trigger(), place.after()));
        }
        Action stop =
                new Action.StopContainer(host, container.instance(), container.name(), StopPlanner.timeout(container));
        Node stopped = graph.add(stop, cause, List.of(), place.trigger(), place.after());
        return List.of(graph.add(remove, cause, List.of(stopped)));
    }

    /** An action that another script has asked for is done once. */
    private Node node(PlannedAction planned, Cause cause, Trigger trigger, List<Node> before) {
        Node there = known.get(planned.action());
        if (there != null) {
            return there;
        }
        Node added = graph.add(planned.action(), cause, planned.differences(), trigger, before);
        known.put(planned.action(), added);
        return added;
    }

    private List<Node> create(
            Action.CreateContainer create,
            Script script,
            boolean copied,
            Cause cause,
            Trigger trigger,
            List<Node> before) {
        Node created = graph.add(create, cause, List.of(), trigger, before);
        if (!copied || script.files().isEmpty()) {
            return List.of(created);
        }
        Action copy = new Action.CopyFiles(
                create.host(),
                create.instance(),
                create.name(),
                List.of(new CopiedFile(
                        new CopiedFile.OfDisk(script.files().get().folder()),
                        script.folder(),
                        Optional.empty(),
                        Optional.empty())),
                Specification.EMPTY);
        return List.of(graph.add(copy, cause, List.of(created)));
    }

    private List<Node> end(Action.AwaitExit wait, Instance instance, Script script, Cause cause, List<Node> before) {
        Optional<Duration> within =
                script.timeout().or(() -> instance.settings().lifecycle().stopTimeout());
        HostId host = wait.host();
        InstanceId id = wait.instance();
        Node ended = graph.add(new Action.AwaitEnd(host, id, wait.name(), within), cause, before);
        Node read = graph.add(new Action.ReadOutput(host, id, wait.name(), script.output()), cause, List.of(ended));
        if (script.keep()) {
            return List.of(read);
        }
        Node removed = graph.add(
                new Action.RemoveContainer(host, id, wait.name(), false),
                Cause.Plain.ENDED,
                List.of(),
                Trigger.ALL_TRIED,
                List.of(read));
        return List.of(read, removed);
    }

    /** {@code project} in which the instance {@code id} runs {@code script}. */
    static Project adapted(Project project, InstanceId id, Script script) {
        List<Service> services = new ArrayList<>();
        for (Service service : project.services()) {
            services.add(service.id().equals(id.service()) ? adapted(project, service, id, script) : service);
        }
        return project.withServices(services);
    }

    private static Service adapted(Project project, Service service, InstanceId id, Script script) {
        Map<String, Settings> instances = new LinkedHashMap<>();
        for (Instance instance : service.instances()) {
            Settings settings = instance.id().equals(id) ? settings(project, instance, script) : instance.settings();
            if (instance.id().instance().isEmpty()) {
                return new Service(service.id(), settings, Map.of());
            }
            instances.put(instance.id().instance().get(), settings);
        }
        return new Service(service.id(), Settings.EMPTY, instances);
    }

    /** {@code project} with one more service, which runs {@code script} like {@code instance} and beside it. */
    static Project beside(Project project, Instance instance, Script script, ServiceId name) {
        Instance base = new Instance(instance.id(), ScriptSettings.beside(instance.settings()));
        List<Service> services = new ArrayList<>(project.services());
        services.add(new Service(name, settings(project, base, script), Map.of()));
        return project.withServices(services);
    }

    /** Such as {@code db-backup}: what a service for {@code purpose} is called that runs beside {@code instance}. */
    static ServiceId besideName(InstanceId instance, String purpose) {
        String name = instance.label().replace('.', '-') + "-" + purpose;
        try {
            return new ServiceId(name);
        } catch (IllegalArgumentException e) {
            throw new Mistake("the container of this script would be called `" + name + "`, which is too long");
        }
    }

    /** What holds for the container of {@code instance} that runs {@code script}. */
    static Settings settings(Project project, Instance instance, Script script) {
        return ScriptSettings.of(instance.settings(), script, !copied(project, instance, script));
    }

    /**
     * Whether the files are copied into the container: when its engine is on another machine, or cannot be told their
     * path.
     */
    private static boolean copied(Project project, Instance instance, Script script) {
        HostAddress address = project.host(instance.host()).orElseThrow().address();
        boolean remote = address instanceof HostAddress.Tcp || address instanceof HostAddress.Ssh;
        boolean unsayable = script.files()
                .filter(files -> files.folder().toString().indexOf(':') >= 0)
                .isPresent();
        return script.copy() || remote || unsayable;
    }

    private static Instance instance(Project project, InstanceId id) {
        return project.instances().stream()
                .filter(instance -> instance.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
