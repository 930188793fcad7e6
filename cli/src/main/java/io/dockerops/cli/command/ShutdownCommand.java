package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;
import io.dockerops.engine.plan.PlanRequest;

/** {@code shutdown}: containers end and are gone. */
final class ShutdownCommand implements Command {

    private final TargetedAction action;

    ShutdownCommand(Syntax syntax) {
        syntax.details(
                "Stops and removes containers, those first that depend on others. Networks and images stay, and so do named volumes; `clean` removes those too.");
        action = new TargetedAction(syntax, PlanRequest.Command.SHUTDOWN);
        syntax.example("shutdown", "all containers of the project");
        syntax.example("shutdown --no-remove-persistent", "all but those that are persistent, which are only stopped");
    }

    @Override
    public int run(Session session) {
        return action.perform(session, "Nothing to shut down: there is no container.", false);
    }
}
