package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;
import io.dockerops.engine.plan.PlanRequest;

/** {@code stop}: containers end and are kept. */
final class StopCommand implements Command {

    private final TargetedAction action;

    StopCommand(Syntax syntax) {
        syntax.details("The containers are kept, with all that is in them; `start` lets them go on.");
        action = new TargetedAction(syntax, PlanRequest.Command.STOP);
        syntax.example("stop", "all containers of the project");
        syntax.example("stop 'w*'", "all instances of services that begin with w, and what depends on them");
    }

    @Override
    public int run(Session session) {
        return action.perform(session, "Nothing to stop: nothing runs.", false);
    }
}
