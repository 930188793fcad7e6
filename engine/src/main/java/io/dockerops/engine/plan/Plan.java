package io.dockerops.engine.plan;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be done so that the engines run what a project declares.
 *
 * @param project the project's name
 * @param hosts the hosts that the actions name
 * @param graph the actions
 * @param warnings what the user should know before the plan is run
 * @param questions what the user has to say yes to before the plan is run
 */
public record Plan(
        String project, List<Host> hosts, ActionGraph graph, List<Problem> warnings, List<String> questions) {

    public Plan {
        hosts = List.copyOf(hosts);
        warnings = List.copyOf(warnings);
        questions = List.copyOf(questions);
    }

    /** A plan that raises no questions. */
    public Plan(String project, List<Host> hosts, ActionGraph graph, List<Problem> warnings) {
        this(project, hosts, graph, warnings, List.of());
    }

    /** The same with {@code question} before its own, unless there is nothing to do. */
    public Plan asking(String question) {
        if (isEmpty()) {
            return this;
        }
        List<String> all = new ArrayList<>(List.of(question));
        all.addAll(questions);
        return new Plan(project, hosts, graph, warnings, all);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return graph.actions().isEmpty();
    }

    /** Whether an action destroys data. */
    public boolean losesData() {
        return graph.actions().stream().anyMatch(planned -> planned.action() instanceof Action.RemoveVolume);
    }
}
