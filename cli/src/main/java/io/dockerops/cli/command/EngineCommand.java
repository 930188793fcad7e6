package io.dockerops.cli.command;

import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Output;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.local.PrivateEngine;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.Suggest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code engine}: the private engine. */
final class EngineCommand implements Command {

    private static final List<String> ACTIONS = List.of("start", "stop", "status");

    private final Syntax.Text action;

    EngineCommand(Syntax syntax) {
        syntax.details("A Docker engine of your own, for machines that have none. Its data is kept under your data"
                + " folder, and it goes on running until it is stopped. All commands find it where no other engine"
                + " answers. It needs root.");
        action = syntax.word("ACTION", "start, stop or status.");
        syntax.json("Print how it stands as JSON.");
        syntax.quiet();
        syntax.example("engine start", "start it; installs Docker's packages when they are missing");
        syntax.example("engine status", "does it run, and where is its data?");
        syntax.example("engine stop", "stop it with its containers; their data stays");
    }

    @Override
    public int run(Session session) {
        String name = action.value().orElse("");
        return switch (name) {
            case "start" -> tell(session, EngineOnDemand.start(session));
            case "status" -> tell(session, session.composition().privateEngine());
            case "stop" -> stop(session);
            default -> throw new ProblemException(unknown(name));
        };
    }

    private static Problem unknown(String name) {
        Problem problem = name.isEmpty()
                ? Problem.error("`dockerops engine` needs to be told what to do")
                : Problem.error("`dockerops engine` cannot `" + name + "`");
        return Suggest.hint(name, ACTIONS)
                .map(problem::hint)
                .orElseGet(() -> problem.hint("there are: " + String.join(", ", ACTIONS)));
    }

    private static int stop(Session session) {
        boolean ran = session.composition().stopPrivateEngine();
        if (session.json()) {
            return tell(session, session.composition().privateEngine());
        }
        session.output().say(new Line().add(ran ? "The private engine has ended." : "The private engine did not run."));
        return ExitCode.FINE;
    }

    private static int tell(Session session, PrivateEngine.Status status) {
        Output output = session.output();
        if (session.json()) {
            output.result(Json.write(tree(status)));
            return ExitCode.FINE;
        }
        if (status.running()) {
            output.result(
                    "The private engine runs: Docker " + status.version().orElseThrow() + " at " + status.address());
        } else {
            output.result("The private engine does not run.");
        }
        output.say(new Line().add("Its data is in " + status.folder() + ", its log in " + status.log() + "."));
        return ExitCode.FINE;
    }

    private static Map<String, Object> tree(PrivateEngine.Status status) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("running", status.running());
        tree.put("address", status.address().toString());
        status.version().ifPresent(version -> tree.put("version", version));
        status.pid().ifPresent(pid -> tree.put("pid", pid));
        tree.put("folder", status.folder().toString());
        tree.put("log", status.log().toString());
        return tree;
    }
}
