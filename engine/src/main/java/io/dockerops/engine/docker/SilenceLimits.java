package io.dockerops.engine.docker;

import io.dockerops.engine.docker.transport.ReadTimeouts;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Limits the questions that an engine answers from what it knows: whether it is there, what it has, how something is set
 * up. Everything else may rightly be silent for long: waits, pulls, builds, stops, logs, events.
 *
 * @param limit how long an engine may be silent before such an answer
 */
record SilenceLimits(Duration limit) implements ReadTimeouts {

    /** Far longer than a busy engine takes, and short enough for a user to learn that it hangs. */
    static final SilenceLimits DEFAULT = new SilenceLimits(Duration.ofMinutes(1));

    private static final Pattern QUESTION =
            Pattern.compile("(/v[0-9.]+)?/(_ping|version|info|networks|volumes|.*/json)([?].*)?");

    @Override
    public Optional<Duration> of(String method, String path) {
        boolean question = (method.equals("GET") || method.equals("HEAD"))
                && QUESTION.matcher(path).matches();
        return question ? Optional.of(limit) : Optional.empty();
    }
}
