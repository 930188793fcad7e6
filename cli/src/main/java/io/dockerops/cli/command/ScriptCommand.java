package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.execute.RunReport;
import io.dockerops.engine.model.Script;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.ScriptRequest;
import io.dockerops.engine.plan.Targets;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.state.ObservedState;
import java.util.List;

/** {@code script}: something runs once, to its end, in a fresh container. */
final class ScriptCommand implements Command {

    private final ProjectArguments project;
    private final ScriptOptions script;
    private final ChangeOptions options;

    ScriptCommand(Syntax syntax) {
        syntax.details("A script, or a command, runs in a fresh container of a service, which is removed when it has"
                + " ended. What the service depends on is started before. In the command, " + Script.PATH_VARIABLE
                + " stands for the path that the script or the folder has in the container. Without a command, a"
                + " script is run by itself. It ends with the exit code of the script.");
        project = ProjectArguments.withWords(
                syntax,
                "TARGET COMMAND",
                "The service, or one instance of it, and the command with its arguments, best behind --.");
        script = new ScriptOptions(syntax);
        options = new ChangeOptions(syntax);
        syntax.optionsFirst();
        syntax.example("script --beside redis -- redis-cli -h redis flushdb", "a command, beside the server");
        syntax.example("script --file tasks/report.sh tools", "a script of this machine, with what is beside it");
        syntax.example(
                "script --file dump client -- pg_restore " + Script.PATH_VARIABLE + "/db",
                "a program of the image, with files of a folder");
        syntax.example("script --timeout 10m --replace tools -- make report", "again, after one that took too long");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        List<String> words = named.words();
        if (words.isEmpty()) {
            throw new ProblemException(Problem.error(
                    "`dockerops script` needs a target", "for example: dockerops script tools -- make report"));
        }
        int begin = words.size() > 1 && words.get(1).equals("--") ? 2 : 1;
        LoadedProject loaded = project.load(session, named.script());
        options.apply(session);
        Script wanted = script.script(session, words.subList(begin, words.size()));
        var targets = Targets.resolve(loaded.project(), words.subList(0, 1));
        Change change = new Change(session, loaded);
        ScriptRequest request = new ScriptRequest(targets, wanted, script.beside());
        ObservedState state = session.engine().observe(loaded.project());
        Plan plan = change.plan(project -> session.engine().plan(project, loaded.origins(), state, request));
        return options.dryRun() ? change.show(plan, "") : carryOut(session, change, plan);
    }

    private int carryOut(Session session, Change change, Plan plan) {
        if (!change.agreed(plan, options.yes())) {
            return ExitCode.FAILED;
        }
        ScriptResults results = new ScriptResults();
        RunReport report = change.execute(plan, results, session.output().beside());
        boolean ended = report.succeeded() || results.onlyExitCodes(report);
        int code = ended ? results.exitCode() : Change.exitCode(report);
        if (session.json()) {
            session.output().result(results.json(report, code));
            return code;
        }
        results.print(session);
        if (ended) {
            results.tellExitCodes(session.output());
        } else {
            change.tell(report);
        }
        return code;
    }
}
