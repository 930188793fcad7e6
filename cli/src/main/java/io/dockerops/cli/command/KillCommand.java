package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;
import io.dockerops.engine.model.Options;
import io.dockerops.engine.plan.PlanRequest;

/** {@code kill}: running containers end at once. */
final class KillCommand implements Command {

    private final TargetedAction action;

    KillCommand(Syntax syntax) {
        syntax.details(
                "Sends SIGKILL, or the signal that is given, to the main process of each container that runs. What"
                        + " depends on it is left alone. To let containers end in good order there is `stop`.");
        action = new TargetedAction(syntax, PlanRequest.Command.SIGNAL);
        syntax.example("kill web.one", "end one container at once");
        syntax.example("kill --signal USR1 web", "another signal");
    }

    @Override
    public int run(Session session) {
        Options kill = Options.builder().signal("KILL").build();
        return action.perform(session, loaded -> "Nothing to kill: nothing runs.", false, kill);
    }
}
