package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;
import io.dockerops.engine.plan.PlanRequest;

/** {@code startup}: containers are there and run. */
final class StartupCommand implements Command {

    private final TargetedAction action;

    StartupCommand(Syntax syntax) {
        syntax.details(
                "Makes what is missing and starts what does not run. What runs is left alone, also when it is not as declared: for that there is `update`. A container that ended in a way from which it cannot recover, or that lost an attached volume, is made anew.");
        action = new TargetedAction(syntax, PlanRequest.Command.STARTUP);
        syntax.example("startup", "all containers of the project");
        syntax.example("startup web", "one service, and what it depends on");
    }

    @Override
    public int run(Session session) {
        return action.perform(session, "Nothing to start up: everything runs.", true);
    }
}
