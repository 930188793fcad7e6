package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;
import io.dockerops.engine.plan.PlanRequest;

/** {@code remove}: containers that do not run are gone. */
final class RemoveCommand implements Command {

    private final TargetedAction action;

    RemoveCommand(Syntax syntax) {
        syntax.details(
                "What runs is left alone, with a warning: `shutdown` stops it first. Networks and images stay, and so do named volumes; `clean` removes those too.");
        action = new TargetedAction(syntax, PlanRequest.Command.REMOVE);
        syntax.example("remove", "all containers of the project that have stopped");
        syntax.example("remove web.two", "one of them, and what depends on it");
    }

    @Override
    public int run(Session session) {
        return action.perform(session, "Nothing to remove: there is no container.", false);
    }
}
