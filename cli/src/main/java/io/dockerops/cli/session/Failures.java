package io.dockerops.cli.session;

import io.dockerops.cli.print.BugText;
import io.dockerops.cli.print.ProblemPrinter;
import io.dockerops.cli.terminal.Output;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.HostUnreachable;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells why a command ended before its time, and gives the exit code for it. */
public final class Failures {

    private final Output output;
    private final ProblemPrinter printer;
    private final boolean json;
    private final boolean debug;

    /**
     * For one command.
     *
     * @param output where to tell it
     * @param folder what file names are shown relative to
     * @param json whether it is also told as a JSON document on standard output
     * @param debug whether the stack trace is shown for every kind of failure
     */
    public Failures(Output output, Path folder, boolean json, boolean debug) {
        this.output = output;
        this.printer = new ProblemPrinter(folder);
        this.json = json;
        this.debug = debug;
    }

    /** Tells {@code failure} and gives the exit code. */
    public int tell(Throwable failure) {
        if (failure instanceof ProblemException wrong) {
            return tell(wrong.problems(), ExitCode.WRONG_INPUT, failure);
        }
        if (failure instanceof EngineException world) {
            int code = world instanceof HostUnreachable ? ExitCode.UNREACHABLE : ExitCode.FAILED;
            Problem problem = Problem.error(String.valueOf(world.getMessage()));
            return tell(
                    List.of(world.hint().isPresent() ? problem.hint(world.hint().get()) : problem), code, failure);
        }
        return bug(failure);
    }

    private int tell(List<Problem> problems, int code, Throwable failure) {
        output.errorText(printer.draw(problems, output.errStyle()));
        if (debug) {
            output.errorText("\n" + BugText.stackTrace(failure));
        }
        if (json) {
            document(problems, code);
        }
        return code;
    }

    private int bug(Throwable failure) {
        Problem problem = Problem.error("DockerOps cannot go on: " + failure);
        for (String hint : BugText.hints()) {
            problem = problem.hint(hint);
        }
        output.errorText(printer.draw(List.of(problem), output.errStyle()) + "\n" + BugText.stackTrace(failure));
        if (json) {
            document(List.of(problem), ExitCode.BUG);
        }
        return ExitCode.BUG;
    }

    private void document(List<Problem> problems, int code) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("event", "failed");
        tree.put("exitCode", code);
        tree.put("problems", problems.stream().map(printer::tree).toList());
        output.result(Json.write(tree));
    }
}
