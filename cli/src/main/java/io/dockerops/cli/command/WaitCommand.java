package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;
import io.dockerops.engine.plan.PlanRequest;

/** {@code wait}: containers have ended. */
final class WaitCommand implements Command {

    private final TargetedAction action;

    WaitCommand(Syntax syntax) {
        syntax.details("Waits until the containers have ended. Succeeds when all of them ended with exit code 0.");
        action = new TargetedAction(syntax, PlanRequest.Command.WAIT);
        syntax.example("wait migrate", "until one of them has ended");
        syntax.example("wait --timeout 10m migrate", "but not longer than that");
    }

    @Override
    public int run(Session session) {
        return action.perform(session, "Nothing to wait for: no container was started.", false);
    }
}
