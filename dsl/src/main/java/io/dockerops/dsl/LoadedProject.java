package io.dockerops.dsl;

import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Parameter;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.problem.Problem;
import java.util.List;

/**
 * What a script declares.
 *
 * @param project the project, without contradictions
 * @param origins where its elements stand
 * @param warnings what is probably not meant as it is written, in the order of files and lines
 * @param parameters the parameters that the script declares, in the order of their declaration
 */
public record LoadedProject(Project project, Origins origins, List<Problem> warnings, List<Parameter> parameters) {
    public LoadedProject {
        warnings = List.copyOf(warnings);
        parameters = List.copyOf(parameters);
    }
}
