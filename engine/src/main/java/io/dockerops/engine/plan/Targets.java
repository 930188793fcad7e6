package io.dockerops.engine.plan;

import io.dockerops.engine.model.Group;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.Selector;
import io.dockerops.engine.model.Service;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.Suggest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads what users name on the command line: {@code service}, {@code service.instance}, a group, or a pattern of service
 * and instance names with {@code *} for any characters.
 */
public final class Targets {

    private Targets() {}

    /**
     * The instances that {@code texts} name, in the order of their declaration.
     *
     * @throws ProblemException with one problem for each text that names nothing
     */
    public static Set<InstanceId> resolve(Project project, List<String> texts) {
        List<Problem> problems = new ArrayList<>();
        Set<InstanceId> named = new LinkedHashSet<>();
        for (String text : texts) {
            Predicate<InstanceId> meant = meant(project, text);
            List<InstanceId> found =
                    project.instances().stream().map(Instance::id).filter(meant).toList();
            if (found.isEmpty()) {
                problems.add(unknown(project, text));
            }
            named.addAll(found);
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        Set<InstanceId> ordered = new LinkedHashSet<>();
        project.instances().stream().map(Instance::id).filter(named::contains).forEach(ordered::add);
        return ordered;
    }

    private static Predicate<InstanceId> meant(Project project, String text) {
        for (Group group : project.groups()) {
            if (group.id().name().equals(text)) {
                return project.members(group)::contains;
            }
        }
        String pattern = Pattern.quote(text).replace("*", "\\E.*\\Q");
        Predicate<String> matches = Pattern.compile(pattern).asMatchPredicate();
        Set<InstanceId> declared = declaredAs(project, text);
        return id -> matches.test(id.label()) || matches.test(id.service().name()) || declared.contains(id);
    }

    /** The instances on several hosts that were declared with one name. */
    private static Set<InstanceId> declaredAs(Project project, String text) {
        try {
            return new LinkedHashSet<>(project.select(Selector.parse(text)));
        } catch (IllegalArgumentException e) {
            return Set.of();
        }
    }

    private static Problem unknown(Project project, String text) {
        List<String> names = new ArrayList<>();
        for (Service service : project.services()) {
            names.add(service.id().name());
            service.instances().forEach(instance -> names.add(instance.id().label()));
        }
        project.groups().forEach(group -> names.add(group.id().name()));
        Problem problem = Problem.error(
                "there is no service, instance or group `" + text + "` in project `" + project.name() + "`");
        return Suggest.hint(text, names)
                .map(problem::hint)
                .orElseGet(() -> problem.hint("it has: " + String.join(", ", new LinkedHashSet<>(names))));
    }
}
