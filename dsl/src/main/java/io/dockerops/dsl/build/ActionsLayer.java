package io.dockerops.dsl.build;

import groovy.lang.Closure;
import io.dockerops.dsl.words.ActionHandle;
import io.dockerops.engine.model.ActionId;
import io.dockerops.engine.model.CustomAction;
import io.dockerops.engine.plan.Policy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words that declare actions and policies, above those for services. */
abstract class ActionsLayer extends ServicesLayer {

    private final Map<ActionId, CustomAction> actions = new LinkedHashMap<>();
    private final Map<String, Policy> policies = new LinkedHashMap<>();

    ActionsLayer(Reading reading, String title, Parameters parameters) {
        super(reading, title, parameters);
    }

    @Override
    public final ActionHandle action(String name, Closure<?> block) {
        return action(name, "", block);
    }

    @Override
    public final ActionHandle action(String name, String description, Closure<?> block) {
        declare("action", name, actions, ActionId::new, id -> {
            ActionBlock steps = new ActionBlock(reading, id);
            reading.block(steps, block);
            return steps.build(description);
        });
        return new ActionHandle(String.valueOf(name));
    }

    @Override
    public final void policy(String name, Closure<?> block) {
        word("policy", name, () -> add(new ScriptPolicy(name, block, reading.places())));
    }

    @Override
    public final void policy(Policy policy) {
        word("policy", policy, () -> add(policy));
    }

    private void add(Policy policy) {
        if (policies.putIfAbsent(policy.name(), policy) != null) {
            reading.problem(
                    "policy `" + policy.name() + "` is declared twice",
                    "take one of them out, or give it another name");
        }
    }

    /** Takes over the actions and policies of {@code below}, apart from those that this declares under the same name. */
    final void layActionsOver(ActionsLayer below) {
        Map<ActionId, CustomAction> allActions = new LinkedHashMap<>(below.actions);
        allActions.putAll(actions);
        actions.putAll(allActions);
        Map<String, Policy> allPolicies = new LinkedHashMap<>(below.policies);
        allPolicies.putAll(policies);
        policies.putAll(allPolicies);
    }

    final List<CustomAction> actions() {
        return List.copyOf(actions.values());
    }

    final List<Policy> policies() {
        return List.copyOf(policies.values());
    }
}
