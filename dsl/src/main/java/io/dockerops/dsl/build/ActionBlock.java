package io.dockerops.dsl.build;

import groovy.lang.Closure;
import io.dockerops.dsl.words.ActionHandle;
import io.dockerops.dsl.words.ActionWords;
import io.dockerops.engine.model.ActionId;
import io.dockerops.engine.model.CustomAction;
import io.dockerops.engine.model.CustomAction.Stage;
import io.dockerops.engine.model.CustomAction.Step;
import io.dockerops.engine.model.CustomActionRules;
import io.dockerops.engine.problem.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An {@code action} block. */
final class ActionBlock extends StepBlock implements ActionWords {

    private final List<ActionId> needs = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final List<Stage> afterwards = new ArrayList<>();

    ActionBlock(Reading reading, ActionId id) {
        super(reading, "the action block", id, new StepNumbers());
    }

    @Override
    void take(List<Step> steps) {
        stages.add(new Stage(steps));
    }

    @Override
    public void needs(Object... actions) {
        word("needs", actions, () -> {
            for (Object other : Given.list(actions)) {
                reading.attempt(() -> named(other).ifPresent(need -> {
                    reading.mention(action, CustomActionRules.NEEDS, need.name());
                    needs.add(need);
                }));
            }
        });
    }

    /** A handle whose name was refused where it was declared refers to nothing. */
    private static Optional<ActionId> named(@Nullable Object value) {
        if (value instanceof ActionHandle handle) {
            try {
                return Optional.of(new ActionId(handle.name()));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        if (value instanceof CharSequence) {
            return Optional.of(new ActionId(value.toString()));
        }
        throw new Mistake("`needs` takes an action or its name, and this is " + Given.described(value));
    }

    @Override
    public void together(Closure<?> steps) {
        word("together", steps, () -> {
            InnerStepBlock block = new InnerStepBlock(reading, "the together block", action, numbers());
            reading.block(block, steps);
            stages.add(new Stage(block.taken().stream().flatMap(List::stream).toList()));
        });
    }

    @Override
    public void afterwards(Closure<?> steps) {
        once("afterwards", steps, () -> {
            InnerStepBlock block = new InnerStepBlock(reading, "the afterwards block", action, numbers());
            reading.block(block, steps);
            block.taken().forEach(one -> afterwards.add(new Stage(one)));
        });
    }

    CustomAction build(String description) {
        return new CustomAction(action, description, needs, stages, afterwards);
    }
}
