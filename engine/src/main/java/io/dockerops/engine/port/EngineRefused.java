package io.dockerops.engine.port;

import java.util.List;
import java.util.Optional;

/** An engine answered with an error. */
public final class EngineRefused extends EngineException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String engineMessage;
    private final transient List<String> output;

    /**
     * @param status the HTTP status; 0 for an error inside a stream, such as a failed build step
     * @param engineMessage what the engine said, unchanged
     */
    public EngineRefused(int status, String engineMessage) {
        this(status, engineMessage, List.of());
    }

    /**
     * @param status the HTTP status; 0 for an error inside a stream, such as a failed build step
     * @param engineMessage what the engine said, unchanged
     * @param output all lines that a build printed before it failed
     */
    public EngineRefused(int status, String engineMessage, List<String> output) {
        super("the engine refused: " + engineMessage, Optional.empty());
        this.status = status;
        this.engineMessage = engineMessage;
        this.output = List.copyOf(output);
    }

    /** All lines that a build printed before it failed; empty for everything else. */
    public List<String> output() {
        return output;
    }

    /** The HTTP status; 0 for an error inside a stream. */
    public int status() {
        return status;
    }

    /** What the engine said, unchanged. */
    public String engineMessage() {
        return engineMessage;
    }

    /** Whether what was asked for does not exist. */
    public boolean notFound() {
        return status == 404;
    }

    /** Whether the state of what was asked for does not allow it, such as a name that is taken. */
    public boolean conflict() {
        return status == 409;
    }
}
