package io.dockerops.cli.command;

import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Asks before a plan destroys data. */
final class DataLoss {

    private DataLoss() {}

    /**
     * Whether the user means it.
     *
     * @throws ProblemException when nobody can be asked
     */
    static boolean confirmed(Session session, Plan plan) {
        List<String> lost = lost(plan);
        if (!session.surroundings().terminal().input()) {
            throw new ProblemException(Problem.error(
                            "this would destroy the data of " + String.join(", ", lost) + ", and nobody can be asked")
                    .hint("give --yes when that is meant"));
        }
        session.output().error(Line.of(Tone.BOLD_YELLOW, "This destroys the data of these volumes:"));
        lost.forEach(volume -> session.output().error(new Line().add("  " + volume)));
        return new Question(session.surroundings()).yes("Destroy it?");
    }

    private static List<String> lost(Plan plan) {
        List<String> lost = new ArrayList<>();
        for (PlannedAction planned : plan.graph().actions()) {
            if (planned.action() instanceof Action.RemoveVolume removal) {
                lost.add(removal.name() + (plan.hosts().size() > 1 ? " on " + removal.host() : ""));
            }
        }
        return lost;
    }
}
