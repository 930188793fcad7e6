package io.dockerops.dsl.compile.unit;

import io.dockerops.engine.problem.Problem;
import java.util.List;

/**
 * What came of a compilation.
 *
 * @param unit the classes, when there are no problems; the includes in any case
 * @param problems every mistake that was found, in the order of the file
 */
public record Compiled(CompiledUnit unit, List<Problem> problems) {

    public Compiled {
        problems = List.copyOf(problems);
    }
}
