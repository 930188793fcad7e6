package io.dockerops.dsl.build;

import io.dockerops.engine.model.ActionId;
import io.dockerops.engine.model.CustomAction.Step;
import java.util.ArrayList;
import java.util.List;

/** A {@code together} or {@code afterwards} block. */
final class InnerStepBlock extends StepBlock {

    private final List<List<Step>> taken = new ArrayList<>();

    InnerStepBlock(Reading reading, String title, ActionId action, StepNumbers numbers) {
        super(reading, title, action, numbers);
    }

    @Override
    void take(List<Step> steps) {
        taken.add(steps);
    }

    /** What each word has said. */
    List<List<Step>> taken() {
        return taken;
    }
}
