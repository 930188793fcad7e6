package io.dockerops.cli.command;

import io.dockerops.cli.command.Syntax.Flag;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.plan.PlanRequest;
import java.util.List;

/** The options that shape the plan of a run. */
final class PlanOptions {

    private static final String REPLACE = "--replace";

    private final Flag replace;

    PlanOptions(Syntax syntax) {
        replace = syntax.flag("Replace the containers even when nothing differs.", REPLACE);
    }

    /** The options that were given. */
    List<String> names() {
        return replace.given() ? List.of(REPLACE) : List.of();
    }

    /**
     * The request for a run with the options that were given.
     *
     * @throws io.dockerops.engine.problem.ProblemException when a target names nothing
     */
    PlanRequest request(LoadedProject loaded, List<String> targets) {
        return request(loaded, targets, names());
    }

    /** The same with the options {@code names}. */
    static PlanRequest request(LoadedProject loaded, List<String> targets, List<String> names) {
        return new PlanRequest(
                PlanRequest.Command.RUN, ProjectArguments.instances(loaded, targets), false, names.contains(REPLACE));
    }
}
