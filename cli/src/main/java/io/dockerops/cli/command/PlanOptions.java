package io.dockerops.cli.command;

import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.plan.PlanRequest;
import java.util.List;

/** The options that shape the plan of a run. */
final class PlanOptions {

    private final ActionOptions action;

    PlanOptions(Syntax syntax) {
        action = new ActionOptions(syntax, PlanRequest.Command.RUN);
    }

    /** The options that were given. */
    List<String> names() {
        return action.words();
    }

    /**
     * The request for a run with the options that were given.
     *
     * @throws io.dockerops.engine.problem.ProblemException when a target names nothing
     */
    PlanRequest request(LoadedProject loaded, List<String> targets) {
        return ProjectArguments.request(PlanRequest.Command.RUN, loaded, targets, action.options(targets));
    }

    /** The same with the options {@code names}. */
    static PlanRequest request(LoadedProject loaded, List<String> targets, List<String> names) {
        Syntax syntax = new Syntax("run", "");
        PlanOptions options = new PlanOptions(syntax);
        syntax.read(names);
        return options.request(loaded, targets);
    }
}
