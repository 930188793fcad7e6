package io.dockerops.engine.docker.transport;

import java.time.Duration;

/** Checks and words for time limits. */
final class Durations {

    private Durations() {}

    static Duration positive(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("A time limit of " + text(limit) + " is not positive");
        }
        return limit;
    }

    /** {@code 10 s} or {@code 250 ms}. */
    static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms";
    }
}
