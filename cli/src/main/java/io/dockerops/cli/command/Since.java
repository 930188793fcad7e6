package io.dockerops.cli.command;

import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Points in time as users write them: how long ago, or when. */
final class Since {

    private Since() {}

    /**
     * Reads {@code 90s}, {@code 10m}, {@code 2h}, {@code 1d} as that long before {@code now}, and RFC 3339.
     *
     * @throws ProblemException when it is neither
     */
    static Instant parse(String text, Instant now) {
        try {
            return text.endsWith("Z") || text.indexOf(':') >= 0
                    ? OffsetDateTime.parse(text).toInstant()
                    : now.minus(ago(text));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new ProblemException(Problem.error("`--since " + text + "` is not a time")
                    .hint("write how long ago, as 90s, 10m, 2h or 1d, or when, as 2026-01-31T12:00:00Z"));
        }
    }

    /**
     * Reads {@code 90s}, {@code 10m}, {@code 2h}, {@code 1d}.
     *
     * @throws ProblemException when it is not of that form, or nothing
     */
    static Duration duration(String option, String text) {
        try {
            Duration duration = ago(text);
            if (!duration.isZero() && !duration.isNegative()) {
                return duration;
            }
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            // told below
        }
        throw new ProblemException(
                Problem.error("`" + option + " " + text + "` is not a time", "write how long, as 90s, 10m or 2h"));
    }

    /** @throws NumberFormatException when it is not a number with a unit */
    private static Duration ago(String text) {
        int last = text.length() - 1;
        long number = Long.parseLong(text.substring(0, Math.max(0, last)));
        return switch (text.charAt(last)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            case 'd' -> Duration.ofDays(number);
            default -> throw new NumberFormatException(text);
        };
    }
}
