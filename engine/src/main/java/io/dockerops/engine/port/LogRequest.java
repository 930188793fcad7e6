package io.dockerops.engine.port;

import java.time.Instant;
import java.util.Optional;

/**
 * Which part of a container's log is wanted.
 *
 * @param follow whether to wait for more until the container ends
 * @param tail how many of the last lines; all when empty
 * @param since only lines from then on; all when empty
 * @param timestamps whether each line begins with its time in RFC 3339 form
 */
public record LogRequest(boolean follow, Optional<Integer> tail, Optional<Instant> since, boolean timestamps) {

    /** The last {@code lines} lines as they are now. */
    public static LogRequest last(int lines) {
        return new LogRequest(false, Optional.of(lines), Optional.empty(), false);
    }
}
