package io.dockerops.engine.execute;

import java.util.List;

/**
 * What came of a container that ran to its end.
 *
 * @param container the engine's id of it
 * @param exitCode the exit code of its process
 * @param lines what it printed
 */
public record ContainerOutput(String container, int exitCode, List<Line> lines) {

    public ContainerOutput {
        lines = List.copyOf(lines);
    }

    /**
     * A line of a log.
     *
     * @param text without the line feed
     * @param error whether it was printed on standard error
     */
    public record Line(String text, boolean error) {}
}
