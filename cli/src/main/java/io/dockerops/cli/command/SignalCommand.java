package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;
import io.dockerops.engine.plan.PlanRequest;

/** {@code signal}: running containers are told something. */
final class SignalCommand implements Command {

    private final TargetedAction action;

    SignalCommand(Syntax syntax) {
        syntax.details(
                "Sends a signal to the main process of each container that runs. What depends on it is left alone.");
        action = new TargetedAction(syntax, PlanRequest.Command.SIGNAL);
        syntax.example("signal web --signal HUP", "have one service read its configuration again");
        syntax.example("signal", "kill all containers of the project");
    }

    @Override
    public int run(Session session) {
        return action.perform(session, "Nothing to signal: nothing runs.", false);
    }
}
