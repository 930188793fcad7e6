package io.dockerops.dsl;

import io.dockerops.engine.model.CustomAction;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Parameter;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.plan.Policy;
import io.dockerops.engine.problem.Problem;
import java.util.List;

/**
 * What a script declares.
 *
 * @param project the project, without contradictions
 * @param origins where its elements stand
 * @param warnings what is probably not meant as it is written, in the order of files and lines
 * @param parameters the parameters that the script declares, in the order of their declaration
 * @param actions the actions that the script declares, in the order of their declaration
 * @param policies what judges every plan, in the order of their declaration
 * @param environments the names of the environments that can be chosen, in the order of their declaration
 */
public record LoadedProject(
        Project project,
        Origins origins,
        List<Problem> warnings,
        List<Parameter> parameters,
        List<CustomAction> actions,
        List<Policy> policies,
        List<String> environments) {
    public LoadedProject {
        warnings = List.copyOf(warnings);
        parameters = List.copyOf(parameters);
        actions = List.copyOf(actions);
        policies = List.copyOf(policies);
        environments = List.copyOf(environments);
    }

    /** The same with {@code other} in place of its project. */
    public LoadedProject with(Project other) {
        return new LoadedProject(other, origins, warnings, parameters, actions, policies, environments);
    }

    /** A project without actions, policies and environments. */
    public LoadedProject(Project project, Origins origins, List<Problem> warnings, List<Parameter> parameters) {
        this(project, origins, warnings, parameters, List.of(), List.of(), List.of());
    }
}
