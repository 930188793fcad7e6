package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.command.Syntax.Flag;
import io.dockerops.cli.command.Syntax.Text;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlanJson;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.state.ObservedState;
import java.nio.file.Path;

/** {@code plan}: what a run would do. */
final class PlanCommand implements Command {

    private final ProjectArguments project;
    private final PlanOptions shape;
    private final HostOption host;
    private final Flag detailedExitCode;
    private final Text out;
    private final Text action;

    PlanCommand(Syntax syntax) {
        syntax.details(
                "One line per action: the actions that it waits for, its number, host, subject, what is done, and"
                        + " why. Below it each field that is not as declared, and whether the project changed or somebody"
                        + " changed the container.");
        project = ProjectArguments.withTargets(syntax);
        shape = new PlanOptions(syntax);
        detailedExitCode =
                syntax.flag("End with 5 when there is something to do, with 0 when not.", "--detailed-exitcode");
        out = syntax.text(
                "FILE", "Save the plan, for `dockerops run FILE.plan`. The name should end in .plan.", "--out");
        action = syntax.text("NAME", "Show what an action of the project would do, in place of a run.", "--action");
        host = new HostOption(syntax);
        syntax.json("Print the plan as JSON.");
        syntax.quiet();
        syntax.example("plan", "what `dockerops run` would do");
        syntax.example("plan --out next.plan", "keep the plan, to look at it and run exactly that later");
        syntax.example("plan --detailed-exitcode --quiet > plan.txt", "for scripts: 0 nothing to do, 5 changes");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        LoadedProject declared = project.load(session, named.script());
        host.apply(session);
        LoadedProject loaded = AskedContainers.named(session, declared, named.words());
        Change change = new Change(session, loaded);
        if (action.value().isPresent()) {
            return ofAction(session, named, loaded, change, action.value().get());
        }
        ObservedState state = session.engine().observe(loaded.project());
        Plan plan = change.plan(shape.request(loaded, named.words()), state);
        change.show(plan, NothingToDo.asDeclared(loaded));
        if (out.value().isPresent()) {
            save(session, named, plan, state, out.value().get());
        }
        return detailedExitCode.given() && !plan.isEmpty() ? ExitCode.CHANGES : ExitCode.FINE;
    }

    private int ofAction(Session session, Named named, LoadedProject loaded, Change change, String name) {
        if (out.value().isPresent()
                || !named.words().isEmpty()
                || !shape.names().isEmpty()) {
            throw new ProblemException(Problem.error(
                    "`--action` goes with neither targets nor `--out` nor `--replace`",
                    "the plan of an action is made anew when it is performed"));
        }
        Plan plan = ActionCommand.plan(session, loaded, change, ActionCommand.find(loaded, name));
        change.show(plan, "Nothing to do: action `" + name + "` finds everything done.");
        return detailedExitCode.given() && !plan.isEmpty() ? ExitCode.CHANGES : ExitCode.FINE;
    }

    private void save(Session session, Named named, Plan plan, ObservedState state, String name) {
        Path file = session.surroundings().folder().resolve(name);
        SavedPlan saved = new SavedPlan(
                named.script(),
                project.parameters(session.surroundings().folder()),
                project.clients(session.surroundings().folder()),
                project.confs(),
                project.environment(session),
                named.words(),
                shape.names(),
                host.value(),
                PlanJson.tree(plan),
                SavedPlan.fingerprints(state));
        saved.write(file);
        session.output()
                .note(new Line()
                        .add("Saved. To carry it out: dockerops run "
                                + (name.endsWith(SavedPlan.SUFFIX) ? "" : "--plan ") + name));
    }
}
