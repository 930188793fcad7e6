package io.dockerops.cli.command;

import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as users write them. */
final class Durations {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|)");

    private Durations() {}

    /**
     * Reads {@code 500ms}, {@code 90s}, {@code 10m} and {@code 2h}; a number alone counts seconds.
     *
     * @throws ProblemException when it is none of these, or 0
     */
    static Duration parse(String option, String text) {
        Matcher matcher = FORM.matcher(text);
        long number = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
        if (number == 0) {
            throw new ProblemException(Problem.error(
                    "`" + option + " " + text + "` is not a length of time", "write it as 90s, 10m, 2h or 500ms"));
        }
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
