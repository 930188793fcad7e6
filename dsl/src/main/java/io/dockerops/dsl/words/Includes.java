package io.dockerops.dsl.words;

/** Runs further files of the same project. */
@FunctionalInterface
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
}
