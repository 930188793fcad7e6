package io.dockerops.engine.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the engine finds out whether a container works, and how long we wait for it. What is empty is left to the engine.
 *
 * @param test {@code CMD} and arguments, {@code CMD-SHELL} and one line, or {@code NONE} to switch the image's check off
 * @param interval time between checks
 * @param timeout time that one check may take
 * @param retries failures in a row that make it unhealthy
 * @param startPeriod time after the start in which failures do not count
 * @param within how long a run waits for it to become healthy; 60 seconds when empty
 */
public record HealthCheck(
        List<String> test,
        Optional<Duration> interval,
        Optional<Duration> timeout,
        Optional<Integer> retries,
        Optional<Duration> startPeriod,
        Optional<Duration> within) {

    /** How long a run waits unless the project says otherwise. */
    public static final Duration DEFAULT_WITHIN = Duration.ofSeconds(60);

    /** @throws IllegalArgumentException when there is no test */
    public HealthCheck {
        test = List.copyOf(test);
        if (test.isEmpty()) {
            throw new IllegalArgumentException("a health check needs a command");
        }
    }

    /** Whether this switches the image's check off. */
    public boolean disabled() {
        return test.get(0).equals("NONE");
    }
}
