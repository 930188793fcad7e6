package io.dockerops.dsl.words;

import java.util.Map;

/** Runs further files of the same project. */
public interface Includes {

    /**
     * Runs another file, so that it declares into the same project. A file that has been included before is not run
     * again.
     *
     * @param path the file, relative to the file that names it
     * @throws io.dockerops.engine.problem.ProblemException when there is no such file, when it includes itself, directly
     *     or by way of others, or when it is wrong
     */
    void include(String path);

    /**
     * Runs the file of a library, so that it declares into the same project. A library that was used before is not run
     * again.
     *
     * @param said what stands behind the word {@code library}, by name; what has no name by the empty one
     * @throws io.dockerops.engine.problem.ProblemException when what it declares is wrong
     */
    void library(Map<String, String> said);
}
