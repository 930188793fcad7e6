package io.dockerops.cli.command;

import io.dockerops.cli.command.Syntax.Flag;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.plan.PlanRequest;
import java.util.ArrayList;
import java.util.List;

/** The options that shape the plan of a run. */
final class PlanOptions {

    private static final String PULL = "--pull";
    private static final String REPLACE = "--replace";

    private final Flag pull;
    private final Flag replace;

    PlanOptions(Syntax syntax) {
        pull = syntax.flag("Pull the images of registries even when the host has them.", PULL);
        replace = syntax.flag("Replace the containers even when nothing differs.", REPLACE);
    }

    /** The options that were given. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        if (pull.given()) {
            names.add(PULL);
        }
        if (replace.given()) {
            names.add(REPLACE);
        }
        return names;
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
                PlanRequest.Command.RUN,
                ProjectArguments.instances(loaded, targets),
                names.contains(PULL),
                false,
                names.contains(REPLACE));
    }
}
