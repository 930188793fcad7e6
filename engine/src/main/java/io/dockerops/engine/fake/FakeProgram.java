package io.dockerops.engine.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a process does that a {@link FakeEngine} is told to run.
 *
 * @param output the lines that it writes to its standard output when it starts
 * @param error the lines that it then writes to its standard error
 * @param exitCode its exit code when it ends by itself; empty when it goes on until it is stopped
 * @param stopCode its exit code when a signal tells it to end
 * @param echoes whether it writes what it reads
 */
public record FakeProgram(List<String> output, List<String> error, OptionalInt exitCode, int stopCode, boolean echoes) {

    /** Goes on until it is stopped, says nothing, and then ends with exit code 0. */
    public static final FakeProgram RUNS = new FakeProgram(List.of(), List.of(), OptionalInt.empty(), 0, false);

    public FakeProgram {
        output = List.copyOf(output);
        error = List.copyOf(error);
    }

    /** Ends at once with {@code exitCode}. */
    public static FakeProgram exits(int exitCode) {
        return new FakeProgram(List.of(), List.of(), OptionalInt.of(exitCode), exitCode, false);
    }

    /** The same with one more line on standard output. */
    public FakeProgram prints(String line) {
        return new FakeProgram(with(output, line), error, exitCode, stopCode, echoes);
    }

    /** The same with one more line on standard error. */
    public FakeProgram printsError(String line) {
        return new FakeProgram(output, with(error, line), exitCode, stopCode, echoes);
    }

    /** The same with another exit code when it is told to end. */
    public FakeProgram stopsWith(int code) {
        return new FakeProgram(output, error, exitCode, code, echoes);
    }

    /** The same, and it writes what it reads. */
    public FakeProgram echoing() {
        return new FakeProgram(output, error, exitCode, stopCode, true);
    }

    private static List<String> with(List<String> lines, String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return more;
    }
}
