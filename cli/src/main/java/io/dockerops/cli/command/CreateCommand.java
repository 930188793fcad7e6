package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;
import io.dockerops.engine.plan.PlanRequest;

/** {@code create}: containers are there. */
final class CreateCommand implements Command {

    private final TargetedAction action;

    CreateCommand(Syntax syntax) {
        syntax.details(
                "Makes the containers that are missing, with their images, networks and volumes, and starts none. What is there is left alone, whatever it looks like.");
        action = new TargetedAction(syntax, PlanRequest.Command.CREATE);
        syntax.example("create", "all containers of the project");
        syntax.example(
                "create web --set HostConfig.Init=true",
                "one service, and what it depends on, with a field of its own");
    }

    @Override
    public int run(Session session) {
        return action.perform(session, "Nothing to create: all containers are there.", false);
    }
}
