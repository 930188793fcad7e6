package io.dockerops.engine.plan;

import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.util.List;

/**
 * A plan cannot be made only because nothing gives a value to variables that services require. Who knows the values can
 * {@linkplain io.dockerops.engine.model.Project#given give} them to the project and plan again.
 */
public final class VariablesMissing extends ProblemException {

    private static final long serialVersionUID = 1L;

    private final transient List<Missing> missing;

    /**
     * A variable without a value.
     *
     * @param instance what requires it
     * @param name the variable
     * @param problem what a user is told who cannot be asked
     */
    public record Missing(InstanceId instance, String name, Problem problem) {}

    VariablesMissing(List<Missing> missing) {
        super(missing.stream().map(Missing::problem).toList());
        this.missing = List.copyOf(missing);
    }

    /** The variables, in the order of the instances. */
    public List<Missing> missing() {
        return missing;
    }
}
