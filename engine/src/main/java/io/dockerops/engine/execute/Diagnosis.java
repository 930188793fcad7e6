package io.dockerops.engine.execute;

import io.dockerops.engine.plan.Action;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.ContainerFailed;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.EngineRefused;
import io.dockerops.engine.port.ExecResult;
import io.dockerops.engine.port.LogRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What can be said of a failed action beyond its exception.
 *
 * @param log the last lines of the log or output concerned; of a build all of them
 * @param hint a way out
 */
record Diagnosis(List<String> log, Optional<String> hint) {

    private static final int LINES = 10;

    /** Says nothing but what the exception itself says. */
    static Diagnosis plain(RuntimeException failure) {
        return new Diagnosis(List.of(), failure instanceof EngineException known ? known.hint() : Optional.empty());
    }

    /** Asks {@code engine}. May take as long as the engine likes, and throws what the engine throws. */
    static Diagnosis ask(ContainerEngine engine, Action action, EngineException failure) {
        List<String> log = log(engine, action, failure);
        return new Diagnosis(log, new Hints(engine).of(action, failure));
    }

    private static List<String> log(ContainerEngine engine, Action action, EngineException failure) {
        if (failure instanceof ContainerFailed failed && !failed.output().isEmpty()) {
            return tail(failed.output());
        }
        if (failure instanceof EngineRefused refused && !refused.output().isEmpty()) {
            return refused.output();
        }
        Optional<String> container = container(action);
        if (container.isEmpty() || engine.inspect(container.get()).isEmpty()) {
            return List.of();
        }
        boolean ended =
                failure instanceof ContainerFailed failed && failed.exitCode().isPresent();
        if (action instanceof Action.AwaitHealthy && !ended) {
            List<String> check = engine.lastHealthCheck(container.get())
                    .map(ExecResult::output)
                    .map(Diagnosis::tail)
                    .orElse(List.of());
            if (!check.isEmpty()) {
                return check;
            }
        }
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        engine.logs(container.get(), LogRequest.last(LINES), (line, error) -> lines.add(line));
        return List.copyOf(lines);
    }

    private static List<String> tail(String output) {
        List<String> lines = output.lines().toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }

    /** The container whose log says more about a failure of {@code action}. */
    private static Optional<String> container(Action action) {
        if (action instanceof Action.StartContainer start) {
            return Optional.of(start.name());
        }
        if (action instanceof Action.AwaitHealthy wait) {
            return Optional.of(wait.name());
        }
        if (action instanceof Action.AwaitSteady wait) {
            return Optional.of(wait.name());
        }
        if (action instanceof Action.AwaitExit wait) {
            return Optional.of(wait.name());
        }
        if (action instanceof Action.AwaitEnd wait) {
            return Optional.of(wait.name());
        }
        return action instanceof Action.Exec exec ? Optional.of(exec.name()) : Optional.empty();
    }
}
