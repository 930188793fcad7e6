package io.dockerops.engine.plan;

import io.dockerops.engine.model.InstanceId;
import java.util.Optional;
import java.util.Set;

/**
 * What a user wants to be planned.
 *
 * @param command what is to become of the instances
 * @param targets the instances meant, in the order of their declaration; empty for all of the project
 * @param volumes whether {@link Command#CLEAN} removes named volumes, with their data, and images that the project made
 * @param force whether containers are replaced even when nothing differs
 */
public record PlanRequest(Command command, Optional<Set<InstanceId>> targets, boolean volumes, boolean force) {

    /** What is to become of instances. */
    public enum Command {
        /** Their images are pulled, also those that the host has. */
        PULL,
        /** They run as declared, and so does all that they depend on. */
        RUN,
        /** Those that exist run, and so does all that they depend on. */
        START,
        /** They stop, and so does all that depends on them. */
        STOP,
        /** They stop and start again. */
        RESTART,
        /** They stop and are removed, and so is all that depends on them. */
        REMOVE,
        /** Nothing is left of them: containers, and of a whole project also what is no longer declared, and networks. */
        CLEAN
    }

    /** All instances of the project, without options. */
    public static PlanRequest of(Command command) {
        return new PlanRequest(command, Optional.empty(), false, false);
    }

    /** The same for {@code only}. */
    public PlanRequest withTargets(Set<InstanceId> only) {
        return new PlanRequest(command, Optional.of(only), volumes, force);
    }
}
