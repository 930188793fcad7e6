package io.dockerops.dsl.compile;

import io.dockerops.engine.problem.Mistake;
import java.nio.file.Path;
import java.util.Map;

/** Knows where libraries are. */
@FunctionalInterface
public interface LibraryFolders {

    /** Finds no library. */
    LibraryFolders NONE = (said, file) -> {
        throw new Mistake("there are no libraries here");
    };

    /**
     * The folder of a library.
     *
     * @param said what stands behind the word {@code library}, by name; what has no name by the empty one
     * @param file the file that names it
     * @throws IllegalArgumentException when there is no such library, or it is not the one that was used before
     */
    Path find(Map<String, String> said, Path file);
}
