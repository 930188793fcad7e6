package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.execute.RunReport;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.model.ActionId;
import io.dockerops.engine.model.CustomAction;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.Suggest;
import io.dockerops.engine.state.ObservedState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code action}: what a project declares to be done with its services. */
final class ActionCommand implements Command {

    private final ProjectArguments project;
    private final ChangeOptions options;

    ActionCommand(Syntax syntax) {
        syntax.details(
                "Actions are declared in the project: `action('backup') { … }`. Without a name, those that it has"
                        + " are listed. `plan --action NAME` shows what one would do.");
        project = ProjectArguments.withWords(syntax, "NAME", "The name of the action.");
        options = new ChangeOptions(syntax);
        syntax.example("action", "list the actions of the project");
        syntax.example("action backup", "perform one");
        syntax.example("action backup --dry-run", "show what it would do");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        LoadedProject loaded = project.load(session, named.script());
        if (named.words().isEmpty()) {
            list(session, loaded);
            return ExitCode.FINE;
        }
        if (named.words().size() > 1) {
            throw new ProblemException(Problem.error(
                    "`dockerops action` performs one action, and these are "
                            + named.words().size(),
                    "an action can need others: `needs 'backup'`"));
        }
        ActionId id = find(loaded, named.words().get(0));
        options.apply(session);
        Change change = new Change(session, loaded);
        Plan plan = plan(session, loaded, change, id);
        String nothing = "Nothing to do: action `" + id + "` finds everything done.";
        if (options.dryRun()) {
            return change.show(plan, nothing);
        }
        return carryOut(session, change, plan, nothing);
    }

    /** The plan of the action {@code id}; its warnings are told. */
    static Plan plan(Session session, LoadedProject loaded, Change change, ActionId id) {
        ObservedState state = session.engine().observe(loaded.project());
        return change.plan(project -> session.engine().plan(project, loaded.origins(), state, loaded.actions(), id));
    }

    private int carryOut(Session session, Change change, Plan plan, String nothing) {
        if (plan.isEmpty() && !session.json()) {
            session.output().say(new Line().add(nothing));
            return ExitCode.FINE;
        }
        if (!change.agreed(plan, options.yes())) {
            return ExitCode.FAILED;
        }
        ScriptResults results = new ScriptResults();
        RunReport report = change.execute(plan, results, session.output());
        if (!session.json()) {
            results.print(session);
            change.tell(report);
        }
        return Change.exitCode(report);
    }

    /**
     * The action that is called {@code name}.
     *
     * @throws ProblemException when there is none
     */
    static ActionId find(LoadedProject loaded, String name) {
        List<String> names =
                loaded.actions().stream().map(action -> action.id().name()).toList();
        return loaded.actions().stream()
                .map(CustomAction::id)
                .filter(id -> id.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.error(
                        "there is no action `" + name + "` in project `"
                                + loaded.project().name() + "`",
                        Suggest.hint(name, names)
                                .orElse(
                                        names.isEmpty()
                                                ? "it declares none; one is declared by `action('" + name + "') { … }`"
                                                : "it has: " + String.join(", ", names)))));
    }

    private static void list(Session session, LoadedProject loaded) {
        if (session.json()) {
            session.output()
                    .result(Json.writeIndented(
                            loaded.actions().stream().map(ActionCommand::tree).toList()));
            return;
        }
        if (loaded.actions().isEmpty()) {
            session.output().note(new Line().add("Project `" + loaded.project().name() + "` declares no actions."));
        }
        int width = loaded.actions().stream()
                .mapToInt(action -> action.id().name().length())
                .max()
                .orElse(0);
        for (CustomAction action : loaded.actions()) {
            Line line = new Line().add(action.id().name());
            if (!action.description().isEmpty()) {
                line.padTo(width + 2).add(action.description());
            }
            session.output().result(line);
        }
    }

    private static Map<String, Object> tree(CustomAction action) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", action.id().name());
        tree.put("description", action.description());
        return tree;
    }
}
