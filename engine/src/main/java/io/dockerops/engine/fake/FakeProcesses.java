package io.dockerops.engine.fake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the processes of a {@link FakeEngine} do: told by container first, then by command; without either they run until
 * they are stopped, and commands in containers end with exit code 0 and say nothing, unless they run in the background. Safe for use by several threads.
 */
public final class FakeProcesses {

    private final Map<String, Deque<FakeProgram>> next = new LinkedHashMap<>();
    private final Map<String, FakeProgram> byContainer = new LinkedHashMap<>();
    private final Map<List<String>, FakeProgram> byCommand = new LinkedHashMap<>();
    private final Map<String, FakeHealth> health = new LinkedHashMap<>();

    FakeProcesses() {}

    /** Each start of {@code container} runs {@code program}. */
    public synchronized void run(String container, FakeProgram program) {
        byContainer.put(container, program);
    }

    /** The next start of {@code container} runs {@code program}; called several times, one start after the other. */
    public synchronized void runNext(String container, FakeProgram program) {
        next.computeIfAbsent(container, key -> new ArrayDeque<>()).add(program);
    }

    /** The command {@code words}, entrypoint included, runs {@code program}, wherever it is run. */
    public synchronized void runCommand(List<String> words, FakeProgram program) {
        byCommand.put(List.copyOf(words), program);
    }

    /** The process of {@code container} ends with {@code exitCode} at once after each start. */
    public void exits(String container, int exitCode) {
        run(container, FakeProgram.exits(exitCode));
    }

    /** What the health checks of {@code container} say after its starts from now on. */
    public synchronized void health(String container, FakeHealth says) {
        health.put(container, says);
    }

    synchronized FakeProgram start(String container, List<String> command) {
        Deque<FakeProgram> queue = next.get(container);
        FakeProgram queued = queue == null ? null : queue.poll();
        FakeProgram known = queued == null ? byContainer.get(container) : queued;
        return known == null ? byCommand.getOrDefault(command, FakeProgram.RUNS) : known;
    }

    /** What {@code container} would run if it were started once more. */
    synchronized FakeProgram peek(String container, List<String> command) {
        Deque<FakeProgram> queue = next.get(container);
        @Nullable FakeProgram queued = queue == null ? null : queue.peek();
        FakeProgram known = queued == null ? byContainer.get(container) : queued;
        return known == null ? byCommand.getOrDefault(command, FakeProgram.RUNS) : known;
    }

    synchronized FakeProgram command(List<String> words) {
        return byCommand.getOrDefault(words, FakeProgram.exits(0));
    }

    /** What a command does that runs in the background: it goes on unless it was said to end. */
    synchronized FakeProgram background(List<String> words) {
        return byCommand.getOrDefault(words, FakeProgram.RUNS);
    }

    synchronized FakeHealth healthOf(String container) {
        return health.getOrDefault(container, FakeHealth.AT_ONCE);
    }
}
