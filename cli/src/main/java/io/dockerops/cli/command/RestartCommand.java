package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;
import io.dockerops.engine.plan.PlanRequest;

/** {@code restart}: containers end and run again. */
final class RestartCommand implements Command {

    private final TargetedAction action;

    RestartCommand(Syntax syntax) {
        syntax.details("The same containers, stopped and started again in the order of their dependencies.");
        action = new TargetedAction(syntax, PlanRequest.Command.RESTART);
        syntax.example("restart", "all containers of the project");
        syntax.example("restart web", "the instances of one service");
    }

    @Override
    public int run(Session session) {
        return action.perform(session, "Nothing to restart: there is no container.", true);
    }
}
