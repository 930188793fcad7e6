package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;
import io.dockerops.engine.plan.PlanRequest;

/** {@code update}: containers are as declared. */
final class UpdateCommand implements Command {

    private final TargetedAction action;

    UpdateCommand(Syntax syntax) {
        syntax.details(
                "Compares containers with the project, field by field, with their images, and with what runs in them. What differs is changed in place where the engine can, else replaced; what is missing is made. Other than with `run`, what is no longer declared stays.");
        action = new TargetedAction(syntax, PlanRequest.Command.UPDATE);
        syntax.example("update", "all containers of the project");
        syntax.example("update --pull", "with the images that the registries have now");
        syntax.example("update --force-update web", "a new container for web, even when nothing differs");
    }

    @Override
    public int run(Session session) {
        return action.perform(session, "Nothing to update: everything is as declared.", true);
    }
}
