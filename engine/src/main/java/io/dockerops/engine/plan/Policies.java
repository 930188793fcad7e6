package io.dockerops.engine.plan;

import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.plan.PlannedAction.Trigger;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets policies judge a plan, each the plan that the ones before it have left. */
final class Policies {

    private record Subject(HostId host, ElementId element) {
        static Subject of(PlannedAction planned) {
            return new Subject(planned.action().host(), planned.action().subject());
        }
    }

    private Policies() {}

    /**
     * What is left of {@code plan}, with the questions that it raises.
     *
     * @throws ProblemException with all refusals of all policies
     */
    static Plan apply(Plan plan, List<Policy> policies) {
        List<Problem> refusals = new ArrayList<>();
        Plan left = plan;
        for (Policy policy : policies) {
            List<Policy.Ruling> rulings = policy.judge(left);
            for (Policy.Ruling ruling : rulings) {
                if (ruling instanceof Policy.Refuse refuse) {
                    refusals.add(refuse.problem());
                }
            }
            left = applied(left, policy, rulings);
        }
        if (!refusals.isEmpty()) {
            throw new ProblemException(refusals);
        }
        return left;
    }

    private static Plan applied(Plan plan, Policy policy, List<Policy.Ruling> rulings) {
        Set<String> questions = new LinkedHashSet<>(plan.questions());
        List<Problem> warnings = new ArrayList<>(plan.warnings());
        Set<Subject> kept = new HashSet<>();
        for (Policy.Ruling ruling : rulings) {
            if (ruling instanceof Policy.Confirm confirm) {
                questions.add(confirm.question());
            } else if (ruling instanceof Policy.LeaveOut out) {
                Subject subject = Subject.of(plan.graph().get(out.action()));
                if (kept.add(subject)) {
                    warnings.add(warning(policy, subject, out.reason()));
                }
            }
        }
        ActionGraph graph = kept.isEmpty() ? plan.graph() : without(plan.graph(), kept);
        return new Plan(plan.project(), plan.hosts(), graph, warnings, List.copyOf(questions));
    }

    private static Problem warning(Policy policy, Subject subject, String reason) {
        return new Problem(
                Severity.WARNING,
                Optional.empty(),
                "policy `" + policy.name() + "` leaves `" + subject.element().label()
                        + "` as it is, and what depends on" + " its change: " + reason,
                List.of());
    }

    private static ActionGraph without(ActionGraph graph, Set<Subject> kept) {
        ActionGraph.Builder left = new ActionGraph.Builder();
        Map<Integer, Node> nodes = new HashMap<>();
        for (PlannedAction planned : graph.actions()) {
            List<Node> after = planned.after().stream()
                    .filter(nodes::containsKey)
                    .map(nodes::get)
                    .toList();
            boolean waitsInVain = after.size() < planned.after().size() && planned.trigger() != Trigger.ALL_ENDED;
            if (!waitsInVain && !kept.contains(Subject.of(planned))) {
                nodes.put(
                        planned.number(),
                        left.add(planned.action(), planned.cause(), planned.differences(), planned.trigger(), after));
            }
        }
        return left.build();
    }
}
