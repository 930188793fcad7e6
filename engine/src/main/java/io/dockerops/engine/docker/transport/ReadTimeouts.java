package io.dockerops.engine.docker.transport;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the engine may be silent, per request.
 *
 * <p>A question for the caller, because only it knows which requests may rightly be silent for long: events, logs, waits,
 * pulls, builds, stops with a grace period.
 */
@FunctionalInterface
public interface ReadTimeouts {

    /** No limit for any request: what waits is ended by interrupting it or by closing its reply. */
    ReadTimeouts NONE = new Always(Optional.empty());

    /**
     * The longest time without a byte of the reply to one request, positive; empty for no limit.
     *
     * @param method in capitals
     * @param path with API version and query
     */
    Optional<Duration> of(String method, String path);

    /** The same limit for every request. */
    static ReadTimeouts always(Duration limit) {
        return new Always(Optional.of(limit));
    }

    /** The same for every request. */
    record Always(Optional<Duration> limit) implements ReadTimeouts {

        /** Refuses limits that are not positive. */
        public Always {
            if (limit.isPresent()) {
                Durations.positive(limit.get());
            }
        }

        @Override
        public Optional<Duration> of(String method, String path) {
            return limit;
        }
    }
}
