package io.dockerops.engine.port;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A container, or a command in it, did not do what it should: it ended with an error, ended although it was to stay, or
 * became unhealthy.
 */
public final class ContainerFailed extends EngineException {

    private static final long serialVersionUID = 1L;

    private final transient OptionalInt exitCode;
    private final String output;

    /**
     * @param message one sentence
     * @param exitCode the exit code of what ended
     * @param output the last output of what ended; empty when it stands in the container's log
     */
    public ContainerFailed(String message, int exitCode, String output) {
        super(message, Optional.empty());
        this.exitCode = OptionalInt.of(exitCode);
        this.output = output;
    }

    /** @param message one sentence */
    public ContainerFailed(String message) {
        super(message, Optional.empty());
        this.exitCode = OptionalInt.empty();
        this.output = "";
    }

    /** The exit code of what ended; empty when nothing ended. */
    public OptionalInt exitCode() {
        return exitCode;
    }

    /** The last output of what ended; empty when it stands in the container's log. */
    public String output() {
        return output;
    }
}
