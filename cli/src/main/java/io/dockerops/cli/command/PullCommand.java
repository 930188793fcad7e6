package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;
import io.dockerops.engine.plan.PlanRequest;

/** {@code pull}: images come from their registries. */
final class PullCommand implements Command {

    private final TargetedAction action;

    PullCommand(Syntax syntax) {
        syntax.details(
                "Images that the project builds itself are left alone. Containers are left alone too: `run` replaces those whose image has changed.");
        action = new TargetedAction(syntax, PlanRequest.Command.PULL);
        syntax.example("pull", "all images of the project");
        syntax.example("pull --no-all", "only those that are missing");
    }

    @Override
    public int run(Session session) {
        return action.perform(session, "Nothing to pull: no service uses an image of a registry.", false);
    }
}
