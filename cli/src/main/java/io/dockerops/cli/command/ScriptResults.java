package io.dockerops.cli.command;

import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Output;
import io.dockerops.engine.execute.ActionOutcome;
import io.dockerops.engine.execute.ContainerOutput;
import io.dockerops.engine.execute.RunEvent;
import io.dockerops.engine.execute.RunListener;
import io.dockerops.engine.execute.RunReport;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.PlannedAction;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the scripts of a run have printed, and how they ended. */
final class ScriptResults implements RunListener {

    private final Map<Integer, RunEvent.OutputRead> read = new TreeMap<>();

    @Override
    public void onEvent(RunEvent event) {
        if (event instanceof RunEvent.OutputRead output) {
            read.put(output.action().number(), output);
        }
    }

    /** Prints what they printed, each line where it belongs; with several scripts each line names its own. */
    void print(Session session) {
        session.surroundings().out().flush();
        for (RunEvent.OutputRead result : read.values()) {
            String prefix = read.size() > 1 ? result.action().action().subject().label() + " | " : "";
            for (ContainerOutput.Line line : result.output().lines()) {
                PrintStream to = line.error()
                        ? session.surroundings().err()
                        : session.surroundings().out();
                to.print(prefix + line.text() + "\n");
            }
        }
        session.surroundings().out().flush();
        session.surroundings().err().flush();
    }

    /** Says which scripts did not end with exit code 0. */
    void tellExitCodes(Output output) {
        for (RunEvent.OutputRead result : read.values()) {
            if (result.output().exitCode() != 0) {
                output.note(new Line()
                        .add(result.action().action().subject().label() + " ended with exit code "
                                + result.output().exitCode()));
            }
        }
    }

    /** Whether nothing failed but scripts that ended with an exit code of their own. */
    boolean onlyExitCodes(RunReport report) {
        return !report.cancelled()
                && !report.failed().isEmpty()
                && report.failed().stream().allMatch(planned -> read.containsKey(planned.number()));
    }

    /** The first exit code that is not 0, in the order of the plan; 0 when there is none. */
    int exitCode() {
        return read.values().stream()
                .mapToInt(result -> result.output().exitCode())
                .filter(code -> code != ExitCode.FINE)
                .findFirst()
                .orElse(ExitCode.FINE);
    }

    /** All results in one line: per script its host, instance, container, and exit code with log, or what went wrong. */
    String json(RunReport report, int exitCode) {
        List<Object> results = new ArrayList<>();
        for (PlannedAction planned : report.plan().graph().actions()) {
            if (planned.action() instanceof Action.ReadOutput) {
                results.add(tree(planned, report));
            }
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("event", "script-results");
        tree.put("exitCode", exitCode);
        tree.put("results", results);
        return Json.write(tree);
    }

    private Map<String, Object> tree(PlannedAction planned, RunReport report) {
        Action.ReadOutput action = (Action.ReadOutput) planned.action();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("host", action.host().name());
        tree.put("instance", action.instance().label());
        tree.put("container", action.name());
        RunEvent.OutputRead result = read.get(planned.number());
        if (result == null) {
            tree.put("error", error(planned, report).orElse("it was not run"));
            return tree;
        }
        tree.put("id", result.output().container());
        tree.put("exitCode", result.output().exitCode());
        StringBuilder log = new StringBuilder();
        result.output().lines().forEach(line -> log.append(line.text()).append('\n'));
        tree.put("log", log.toString());
        return tree;
    }

    private static Optional<String> error(PlannedAction planned, RunReport report) {
        ActionOutcome outcome = report.outcome(planned.number());
        if (outcome instanceof ActionOutcome.SkippedBecauseOf skipped) {
            outcome = report.outcome(skipped.action());
        }
        return outcome instanceof ActionOutcome.Failed failed ? Optional.of(failed.message()) : Optional.empty();
    }
}
