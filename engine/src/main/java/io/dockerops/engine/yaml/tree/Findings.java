package io.dockerops.engine.yaml.tree;

import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What was found to be wrong so far. */
public final class Findings {

    private final List<Problem> problems = new ArrayList<>();

    /** Notes an error at {@code item}. */
    public void error(Item item, String summary, String... hints) {
        error(item.place(), summary, hints);
    }

    /** Notes an error at {@code place}. */
    public void error(SourceRef place, String summary, String... hints) {
        problems.add(Problem.error(place, summary, hints));
    }

    /** Notes a warning at {@code item}. */
    public void warning(Item item, String summary, String hint) {
        problems.add(Problem.warning(item.place(), summary, hint));
    }

    /** Notes what {@code problem} says. */
    public void add(Problem problem) {
        problems.add(problem);
    }

    /** Runs {@code action}; a value that it refuses becomes an error at {@code item}. */
    public void attempt(Item item, Runnable action) {
        try {
            action.run();
        } catch (IllegalArgumentException e) {
            problems.add(Mistake.of(e).at(item.place()));
        }
    }

    /** What {@code value} gives; nothing when it refuses, which then is an error at {@code item}. */
    public <T> Optional<T> tried(Item item, Supplier<T> value) {
        List<T> result = new ArrayList<>();
        attempt(item, () -> result.add(value.get()));
        return result.stream().findFirst();
    }

    /** All that was noted, in its order. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
