package io.dockerops.engine.plan;

import io.dockerops.engine.model.Group;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ImageId;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads what users name on the command line: {@code service}, {@code service.instance}, a group, {@code all}, or a pattern of
 * service and instance names with {@code *} for any characters.
 */
public final class Targets {

    /** The word for all, unless the project has something of that name. */
    private static final String EVERYTHING = "all";

    private Targets() {}

    /** Whether {@code texts} mean the whole project, which has nothing that is called {@code all}. */
    public static boolean everything(Project project, List<String> texts) {
        return texts.equals(List.of(EVERYTHING))
                && project.instances().stream().map(Instance::id).noneMatch(meant(project, EVERYTHING));
    }

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
            if (found.isEmpty() && text.equals(EVERYTHING)) {
                found = project.instances().stream().map(Instance::id).toList();
            } else if (found.isEmpty()) {
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

    /**
     * The images that the project makes itself and that {@code texts} name: by their own names, by the services,
     * instances, groups or patterns whose containers run them, or all of them as {@code all}.
     *
     * @throws ProblemException with one problem for each text that names none
     */
    public static Set<ImageId> images(Project project, List<String> texts) {
        Map<ImageId, Image> made = project.madeImages();
        List<Problem> problems = new ArrayList<>();
        Set<ImageId> named = new LinkedHashSet<>();
        for (String text : texts) {
            Set<ImageId> found = new LinkedHashSet<>();
            project.images().stream()
                    .filter(image -> Image.nameOf(image).equals(Optional.of(text)))
                    .forEach(image -> found.add(project.idOf(image)));
            Predicate<InstanceId> meant = meant(project, text);
            List<Instance> running = project.instances().stream()
                    .filter(instance -> meant.test(instance.id()))
                    .toList();
            running.forEach(instance -> found.add(new ImageId(project.imageOf(instance))));
            found.retainAll(made.keySet());
            if (found.isEmpty() && running.isEmpty() && text.equals(EVERYTHING)) {
                found.addAll(made.keySet());
            } else if (found.isEmpty()) {
                problems.add(running.isEmpty() ? unknownImage(project, text) : pulled(project, running.get(0), text));
            }
            named.addAll(found);
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return named;
    }

    private static Problem unknownImage(Project project, String text) {
        List<String> names = names(project);
        project.images().forEach(image -> Image.nameOf(image).ifPresent(names::add));
        return unknown(
                "there is no service, instance, group or image `" + text + "` in project `" + project.name() + "`",
                text,
                names);
    }

    private static Problem pulled(Project project, Instance instance, String text) {
        return Problem.error(
                "there is nothing to build for `" + text + "`: its image `" + project.imageOf(instance)
                        + "` comes from a registry",
                "pull it with `dockerops pull " + text + "`, or build another with `build` in its block");
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
        return unknown(
                "there is no service, instance or group `" + text + "` in project `" + project.name() + "`",
                text,
                names(project));
    }

    private static List<String> names(Project project) {
        List<String> names = new ArrayList<>();
        for (Service service : project.services()) {
            names.add(service.id().name());
            service.instances().forEach(instance -> names.add(instance.id().label()));
        }
        project.groups().forEach(group -> names.add(group.id().name()));
        return names;
    }

    private static Problem unknown(String summary, String text, List<String> names) {
        Problem problem = Problem.error(summary);
        return Suggest.hint(text, names)
                .map(problem::hint)
                .orElseGet(() -> problem.hint("it has: " + String.join(", ", new LinkedHashSet<>(names))));
    }
}
