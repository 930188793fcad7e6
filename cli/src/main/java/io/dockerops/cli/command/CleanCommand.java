package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.command.Syntax.Flag;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlanRequest;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** {@code clean}, also {@code down}: nothing is left. */
final class CleanCommand implements Command {

    private final ProjectArguments project;
    private final ChangeOptions options;
    private final Flag volumes;

    CleanCommand(Syntax syntax) {
        syntax.details("Containers and networks, and of a whole project also what it no longer declares. Named volumes"
                + " keep their data unless --volumes is given. `down` is the same command.");
        project = ProjectArguments.withTargets(syntax);
        volumes = syntax.flag(
                "Remove named volumes too, with their data, and images that the project made. Asks first.",
                "--volumes");
        options = new ChangeOptions(syntax);
        syntax.example("clean", "remove containers and networks of the project");
        syntax.example("clean --volumes --yes", "remove everything, without a question");
        syntax.example("clean --volumes --dry-run", "show what would be lost");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        LoadedProject loaded = project.load(session, named.script());
        options.apply(session);
        PlanRequest request = new PlanRequest(
                PlanRequest.Command.CLEAN, ProjectArguments.instances(loaded, named.words()), volumes.given(), false);
        Change change = new Change(session, loaded);
        Plan plan = change.plan(request);
        String nothing =
                "Nothing to clean: nothing is left of `" + loaded.project().name() + "`.";
        if (options.dryRun()) {
            return change.show(plan, nothing);
        }
        if (plan.losesData() && !options.yes() && !confirmed(session, plan)) {
            session.output().error(new Line().add("Nothing was removed."));
            return ExitCode.FAILED;
        }
        return change.carryOut(plan, options.yes(), nothing, false);
    }

    private static boolean confirmed(Session session, Plan plan) {
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
