package io.dockerops.dsl.words;

import io.dockerops.engine.model.ProjectDeclaration;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads folders of services for the scripts that name them. */
@FunctionalInterface
public interface Folders {

    /**
     * Reads a folder.
     *
     * @param folder the folder in which {@code services} is
     * @param project the name of the project; null for that of the folder
     * @param confs the files that list the instances; {@code run.conf} when empty
     * @throws io.dockerops.engine.problem.ProblemException when a file cannot be read
     */
    ProjectDeclaration read(Path folder, @Nullable String project, List<String> confs);
}
