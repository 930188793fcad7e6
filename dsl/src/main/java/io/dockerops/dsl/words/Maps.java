package io.dockerops.dsl.words;

import io.dockerops.engine.model.ProjectDeclaration;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads container maps for the scripts that name them. */
@FunctionalInterface
public interface Maps {

    /**
     * Reads a map.
     *
     * @param file the map
     * @param clients the file with the clients that it names; null for none
     * @param variables values for the variables that it names, over the environment's
     * @throws io.dockerops.engine.problem.ProblemException when a file cannot be read
     */
    ProjectDeclaration read(Path file, @Nullable Path clients, Map<String, String> variables);
}
