package io.dockerops.dsl;

import io.dockerops.engine.problem.Problem;
import java.util.List;

/**
 * A container map as a script.
 *
 * @param script the text of the script
 * @param warnings what to know of it, in the order of files and lines
 */
public record ConvertedMap(String script, List<Problem> warnings) {
    public ConvertedMap {
        warnings = List.copyOf(warnings);
    }
}
