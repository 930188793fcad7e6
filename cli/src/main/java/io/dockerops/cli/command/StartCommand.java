package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;
import io.dockerops.engine.plan.PlanRequest;

/** {@code start}: containers that exist run again. */
final class StartCommand implements Command {

    private final TargetedAction action;

    StartCommand(Syntax syntax) {
        syntax.details(
                "Nothing is made and nothing is replaced: for that there is `run`. Persistent containers that have ended stay as they are.");
        action = new TargetedAction(syntax, PlanRequest.Command.START);
        syntax.example("start", "all containers of the project that exist");
        syntax.example("start web.one", "one of them, and what it depends on");
    }

    @Override
    public int run(Session session) {
        return action.perform(session, "Nothing to start: what exists runs.", true);
    }
}
