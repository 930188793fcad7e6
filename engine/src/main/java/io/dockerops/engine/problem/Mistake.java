package io.dockerops.engine.problem;

import java.util.List;

/** A value that breaks a rule, thrown by code that knows the rule but not where the value stands. */
public final class Mistake extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> hints;

    /**
     * @param summary the value and the rule that it breaks, without a full stop
     * @param hints ways out, the best first
     */
    public Mistake(String summary, String... hints) {
        super(summary);
        this.hints = List.of(hints);
    }

    /** The value and the rule that it breaks. */
    public String summary() {
        return String.valueOf(getMessage());
    }

    /** Ways out, the best first. */
    public List<String> hints() {
        return hints;
    }

    /** What {@code thrown} says: summary and hints of a mistake, the message of any other. */
    public static Mistake of(IllegalArgumentException thrown) {
        return thrown instanceof Mistake mistake ? mistake : new Mistake(String.valueOf(thrown.getMessage()));
    }

    /** The problem of this mistake at {@code place}. */
    public Problem at(SourceRef place) {
        return Problem.error(place, summary(), hints.toArray(String[]::new));
    }
}
