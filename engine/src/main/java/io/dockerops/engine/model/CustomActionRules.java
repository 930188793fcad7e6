package io.dockerops.engine.model;

import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.problem.Suggest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds where the actions of a project name what it does not have, or cannot be performed. */
public final class CustomActionRules {

    /** The word under which {@link Origins} know the steps of actions; the value is the step's number. */
    public static final String STEP = "step";

    /** The word under which {@link Origins} know what an action needs. */
    public static final String NEEDS = "needs";

    private final Project project;
    private final Origins origins;
    private final Map<ActionId, CustomAction> actions = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private CustomActionRules(Project project, Collection<CustomAction> actions, Origins origins) {
        this.project = project;
        this.origins = origins;
        actions.forEach(action -> this.actions.putIfAbsent(action.id(), action));
    }

    /** Everything that is wrong with {@code actions} of {@code project}, all at once, each at its place. */
    public static List<Problem> check(Project project, Collection<CustomAction> actions, Origins origins) {
        CustomActionRules rules = new CustomActionRules(project, actions, origins);
        rules.actions.values().forEach(rules::check);
        return List.copyOf(rules.problems);
    }

    private void check(CustomAction action) {
        if (action.steps().isEmpty() && action.needs().isEmpty()) {
            error(origins.of(action.id()), "action `" + action.id() + "` has no steps", "write some, or take it out");
        }
        action.needs().forEach(need -> need(action, need));
        action.steps().forEach(step -> step(action, step));
        circle(action)
                .ifPresent(path -> error(
                        origins.of(action.id(), NEEDS, path.get(1).name()),
                        path.size() == 2
                                ? "action `" + action.id() + "` needs itself"
                                : "actions need each other in a circle: " + drawn(path),
                        "take one `needs` out"));
    }

    private void need(CustomAction action, ActionId need) {
        if (!actions.containsKey(need)) {
            List<String> names = actions.keySet().stream().map(ActionId::name).toList();
            error(
                    origins.of(action.id(), NEEDS, need.name()),
                    "there is no action `" + need + "`",
                    Suggest.hint(need.name(), names).orElse("declare it: `action('" + need + "') { … }`"));
        }
    }

    private void step(CustomAction action, CustomAction.Step step) {
        Optional<SourceRef> place = origins.of(action.id(), STEP, String.valueOf(step.number()));
        Selector target = step.target();
        Optional<Service> service = project.service(target.service());
        if (service.isEmpty()) {
            String name = target.service().name();
            List<String> names =
                    project.services().stream().map(known -> known.id().name()).toList();
            error(
                    place,
                    "there is no service `" + name + "`",
                    Suggest.hint(name, names).orElse("declare it: `service '" + name + "'`"));
            return;
        }
        List<Instance> instances = service.get().instances().stream()
                .filter(instance -> target.matches(instance.id()))
                .toList();
        if (instances.isEmpty()) {
            Set<String> names = new LinkedHashSet<>(service.get().overrides().keySet());
            String name = target.instance().orElse("");
            error(
                    place,
                    "the service `" + target.service() + "` has no instance `" + name + "`",
                    Suggest.hint(name, names)
                            .orElse(
                                    names.isEmpty()
                                            ? "it has one instance, without a name: write `" + target.service() + "`"
                                            : "its instances are " + ReferenceRules.listed(names)));
        }
        if (step.task() instanceof CustomAction.Await) {
            instances.stream()
                    .filter(instance -> !awaitable(instance))
                    .findFirst()
                    .ifPresent(instance -> error(
                            place,
                            "`" + instance.id() + "` has no health check and does not end by itself, so that there is"
                                    + " nothing to await",
                            "give it a health check with `healthy`, or take the step out"));
        }
    }

    private static boolean awaitable(Instance instance) {
        return instance.oneShot()
                || instance.settings()
                        .health()
                        .filter(check -> !check.disabled())
                        .isPresent();
    }

    /** The way from {@code action} over what it needs back to itself, reported at the first of its actions only. */
    private Optional<List<ActionId>> circle(CustomAction action) {
        List<ActionId> path = new ArrayList<>(List.of(action.id()));
        return circle(action.id(), action, path, new LinkedHashSet<>())
                        && path.stream().allMatch(id -> order(id) >= order(action.id()))
                ? Optional.of(path)
                : Optional.empty();
    }

    private int order(ActionId id) {
        return List.copyOf(actions.keySet()).indexOf(id);
    }

    private boolean circle(ActionId start, CustomAction at, List<ActionId> path, Set<ActionId> seen) {
        for (ActionId need : at.needs()) {
            path.add(need);
            if (need.equals(start)) {
                return true;
            }
            CustomAction next = actions.get(need);
            if (next != null && seen.add(need) && circle(start, next, path, seen)) {
                return true;
            }
            path.remove(path.size() - 1);
        }
        return false;
    }

    private static String drawn(List<ActionId> path) {
        return String.join(" -> ", path.stream().map(ActionId::name).toList());
    }

    private void error(Optional<SourceRef> place, String summary, String hint) {
        Problem problem = Problem.error(summary, hint);
        problems.add(place.map(problem::at).orElse(problem));
    }
}
