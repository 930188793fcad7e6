package io.dockerops.engine.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One mistake in a user's input.
 *
 * @param severity how much it matters
 * @param place where it stands; empty for what has no place in a file, such as a command-line argument
 * @param summary one line: the value and the rule that it breaks, without a full stop
 * @param hints ways out, one line each, the best first
 */
public record Problem(Severity severity, Optional<SourceRef> place, String summary, List<String> hints) {

    public Problem {
        if (summary.isBlank()) {
            throw new IllegalArgumentException("a problem needs a summary");
        }
        hints = List.copyOf(hints);
    }

    /** An error at {@code place}. */
    public static Problem error(SourceRef place, String summary, String... hints) {
        return new Problem(Severity.ERROR, Optional.of(place), summary, List.of(hints));
    }

    /** An error that has no place in a file. */
    public static Problem error(String summary, String... hints) {
        return new Problem(Severity.ERROR, Optional.empty(), summary, List.of(hints));
    }

    /** A warning at {@code place}. */
    public static Problem warning(SourceRef place, String summary, String... hints) {
        return new Problem(Severity.WARNING, Optional.of(place), summary, List.of(hints));
    }

    /** The same problem at {@code other}. */
    public Problem at(SourceRef other) {
        return new Problem(severity, Optional.of(other), summary, hints);
    }

    /** The same problem with one more hint. */
    public Problem hint(String hint) {
        List<String> more = new ArrayList<>(hints);
        more.add(hint);
        return new Problem(severity, place, summary, more);
    }
}
