package io.dockerops.cli.command;

import io.dockerops.cli.command.Syntax.Flag;
import io.dockerops.cli.command.Syntax.Text;
import io.dockerops.cli.session.Session;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.util.OptionalInt;

/** What all commands that change something have in common. */
final class ChangeOptions {

    private final HostOption host;
    private final Flag dryRun;
    private final Text parallel;
    private final Flag yes;

    ChangeOptions(Syntax syntax) {
        host = new HostOption(syntax);
        dryRun = syntax.flag("Show the plan and change nothing.", "--dry-run");
        parallel = syntax.text(
                "N",
                "Work on at most N containers of a host at the same time. Without it: 8, or 4 that are stopped or removed.",
                "--parallel");
        yes = syntax.flag("Do not ask: the answer to all questions is yes.", "-y", "--yes", "--force");
        syntax.json("Print one JSON object per line for each event.");
        syntax.quiet();
    }

    /** Tells {@code session} which engine is meant and how hard to work. */
    void apply(Session session) {
        host.apply(session);
        parallel().ifPresent(session::useParallel);
    }

    boolean dryRun() {
        return dryRun.given();
    }

    /** Whether all questions are answered with yes. */
    boolean yes() {
        return yes.given();
    }

    private OptionalInt parallel() {
        return parallel.value().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(positive("--parallel", parallel.value().get()));
    }

    /**
     * The number that {@code text} is.
     *
     * @throws ProblemException when it is not a number from 1 on
     */
    static int positive(String option, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new ProblemException(Problem.error("`" + option + " " + text + "` is not a number from 1 on"));
    }
}
