package io.dockerops.engine.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Ends a step that cannot go on with the input it was given. Carries every problem that was found, not only the first. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @throws IllegalArgumentException when {@code problems} is empty */
    public ProblemException(List<Problem> problems) {
        super(problems.stream()
                .map(problem -> problem.place().map(place -> place + ": ").orElse("") + problem.summary())
                .collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("no problems");
        }
        this.problems = List.copyOf(problems);
    }

    public ProblemException(Problem problem) {
        this(List.of(problem));
    }

    /** Every problem, in the order in which they were found. */
    public List<Problem> problems() {
        return problems;
    }
}
