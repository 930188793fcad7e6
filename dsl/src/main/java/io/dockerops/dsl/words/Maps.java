package io.dockerops.dsl.words;

import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.ServiceDeclaration;
import io.dockerops.engine.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads container maps for the scripts that name them. */
@FunctionalInterface
public interface Maps {

    /**
     * What a map declares.
     *
     * @param project all but its services
     * @param services its services as they are written down
     * @param origins where things stand in it
     * @param problems what is wrong with single values
     */
    record Loaded(Project project, List<ServiceDeclaration> services, Origins origins, List<Problem> problems) {
        public Loaded {
            services = List.copyOf(services);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads a map.
     *
     * @param file the map
     * @param clients the file with the clients that it names; null for none
     * @param variables values for the variables that it names, over the environment's
     * @throws io.dockerops.engine.problem.ProblemException when a file cannot be read
     */
    Loaded read(Path file, @Nullable Path clients, Map<String, String> variables);
}
