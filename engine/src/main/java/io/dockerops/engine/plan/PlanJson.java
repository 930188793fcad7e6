package io.dockerops.engine.plan;

import io.dockerops.engine.model.Specification;
import io.dockerops.engine.state.SpecificationLabel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans as JSON trees, for programs and for saved plans: the same plan gives the same tree. */
public final class PlanJson {

    private PlanJson() {}

    /** The tree of {@code plan}. Of secrets it has only the names. */
    public static Map<String, Object> tree(Plan plan) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", 1);
        tree.put("project", plan.project());
        List<Object> actions = new ArrayList<>();
        plan.graph().actions().forEach(action -> actions.add(tree(action)));
        tree.put("actions", actions);
        if (!plan.questions().isEmpty()) {
            tree.put("questions", plan.questions());
        }
        return tree;
    }

    private static Map<String, Object> tree(PlannedAction planned) {
        Action action = planned.action();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("number", planned.number());
        tree.put("after", planned.after());
        if (planned.trigger() == PlannedAction.Trigger.ANY_FAILED) {
            tree.put("onFailure", true);
        } else if (planned.trigger() != PlannedAction.Trigger.ALL_DONE) {
            tree.put("always", true);
        }
        tree.put("host", action.host().name());
        tree.put("subject", action.subject().qualified());
        tree.put("action", action.verb());
        if (!action.detail().isEmpty()) {
            tree.put("detail", action.detail());
        }
        tree.put("cause", planned.cause().toString());
        if (!planned.differences().isEmpty()) {
            tree.put(
                    "differences",
                    planned.differences().stream().map(PlanJson::tree).toList());
        }
        specification(action).ifPresent(fields -> tree.put("specification", tree(fields)));
        return tree;
    }

    private static Map<String, Object> tree(Difference difference) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("field", difference.field().toString());
        difference.live().ifPresent(value -> tree.put("live", SpecificationLabel.tree(value)));
        difference.wanted().ifPresent(value -> tree.put("wanted", SpecificationLabel.tree(value)));
        tree.put("origin", difference.origin().name().toLowerCase(java.util.Locale.ROOT));
        return tree;
    }

    private static Map<String, Object> tree(Specification specification) {
        Map<String, Object> tree = new LinkedHashMap<>();
        specification.fields().forEach((path, value) -> {
            boolean ownLabel = path.first().equals("Labels") && path.last().startsWith("io.dockerops.");
            if (!ownLabel) {
                tree.put(path.toString(), SpecificationLabel.tree(value));
            }
        });
        return tree;
    }

    private static Optional<Specification> specification(Action action) {
        if (action instanceof Action.CreateContainer create) {
            return Optional.of(create.specification());
        } else if (action instanceof Action.CreateNetwork create) {
            return Optional.of(create.specification());
        } else if (action instanceof Action.CreateVolume create) {
            return Optional.of(create.specification());
        } else if (action instanceof Action.UpdateContainer update) {
            return Optional.of(update.changes());
        } else if (action instanceof Action.ConnectNetwork connect) {
            return Optional.of(connect.endpoint());
        } else if (action instanceof Action.CopyFiles copy) {
            return Optional.of(copy.specification()).filter(fields -> !fields.equals(Specification.EMPTY));
        }
        return Optional.empty();
    }
}
