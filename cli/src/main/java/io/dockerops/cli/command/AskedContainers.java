package io.dockerops.cli.command;

import io.dockerops.cli.session.ProjectContainers;
import io.dockerops.cli.session.ProjectContainers.Found;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.model.Asked;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.Selector;
import io.dockerops.engine.plan.Targets;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Instances that no file lists and that were run all the same: their containers tell what was asked for. */
final class AskedContainers {

    private AskedContainers() {}

    /** What was asked for those instances that have a container and that {@code loaded} does not list. */
    private static List<Asked> of(LoadedProject loaded, ProjectContainers containers) {
        Map<InstanceId, Asked> asked = new LinkedHashMap<>();
        for (InstanceId id : containers.instances()) {
            containers
                    .of(id)
                    .flatMap(found -> asked(id, found))
                    .filter(each -> !listed(loaded, each.instance()))
                    .ifPresent(each -> asked.put(each.instance(), each));
        }
        return List.copyOf(asked.values());
    }

    private static Optional<Asked> asked(InstanceId id, Found found) {
        return Optional.ofNullable(found.container().labels().get(Labels.ASKED))
                .flatMap(text -> Asked.of(id.service(), text));
    }

    /** Whether a file lists {@code id}. */
    static boolean listed(LoadedProject loaded, InstanceId id) {
        return !loaded.project()
                .select(new Selector(id.service(), id.instance()))
                .isEmpty();
    }

    /**
     * {@code loaded} with all of them that are among {@code containers}. When that does not fit together any more, their containers count as no longer
     * declared, and that is told.
     */
    static LoadedProject with(Session session, LoadedProject loaded, ProjectContainers containers) {
        List<Asked> asked = of(loaded, containers);
        if (asked.isEmpty()) {
            return loaded;
        }
        try {
            return session.asking(loaded, asked);
        } catch (ProblemException e) {
            List<Problem> warnings = new ArrayList<>();
            e.problems()
                    .forEach(problem -> warnings.add(
                            new Problem(Severity.WARNING, problem.place(), problem.summary(), problem.hints())));
            session.warn(warnings);
            return loaded;
        }
    }

    /** {@code loaded} with those of them that {@code words} name as {@code service.instance}, if there are any. */
    static LoadedProject named(Session session, LoadedProject loaded, List<String> words) {
        List<Asked> asked = namedBy(session, loaded, words);
        return asked.isEmpty() ? loaded : session.asking(loaded, asked);
    }

    /** What was asked for those of them that {@code words} name as {@code service.instance}. */
    static List<Asked> namedBy(Session session, LoadedProject loaded, List<String> words) {
        if (words.isEmpty() || known(loaded, words)) {
            return List.of();
        }
        return of(loaded, ProjectContainers.list(session.engine(), loaded.project())).stream()
                .filter(each -> words.contains(each.instance().label()))
                .toList();
    }

    private static boolean known(LoadedProject loaded, List<String> words) {
        try {
            Targets.resolve(loaded.project(), words);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }
}
