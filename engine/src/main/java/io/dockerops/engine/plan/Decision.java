package io.dockerops.engine.plan;

import io.dockerops.engine.model.ExecCommand;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.state.ObservedContainer;
import java.util.List;
import java.util.Optional;

/**
 * What is to become of one instance.
 *
 * @param instance the instance
 * @param wanted what it asks for
 * @param current its container, if it has one
 * @param kind what is done
 * @param cause why
 * @param differences the fields behind the cause
 * @param held differences that would need a new container, which it does not get since it is persistent
 * @param missing background commands that its running container should have and has not
 */
record Decision(
        Instance instance,
        Specification wanted,
        Optional<ObservedContainer> current,
        Kind kind,
        Cause cause,
        List<Difference> differences,
        List<Difference> held,
        List<ExecCommand> missing) {

    Decision(
            Instance instance,
            Specification wanted,
            Optional<ObservedContainer> current,
            Kind kind,
            Cause cause,
            List<Difference> differences) {
        this(instance, wanted, current, kind, cause, differences, List.of(), List.of());
    }

    enum Kind {
        /** It is as declared. */
        KEEP,
        /** Its container is changed in place. */
        UPDATE,
        /** It gets a container. */
        CREATE,
        /** It gets a new container in place of the present one. */
        REPLACE
    }

    /** Whether a new container is made. */
    boolean makes() {
        return kind == Kind.CREATE || kind == Kind.REPLACE;
    }

    Decision holding(List<Difference> back) {
        return new Decision(instance, wanted, current, kind, cause, differences, back, missing);
    }

    Decision missing(List<ExecCommand> commands) {
        return new Decision(instance, wanted, current, kind, cause, differences, held, commands);
    }
}
