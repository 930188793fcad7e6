package io.dockerops.engine.plan;

import io.dockerops.engine.model.ExecCheck;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Options;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.plan.PlanRequest.Command;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request as the planners read it: its options over those of the project, and every default filled in.
 *
 * @param command what is to become of the instances
 * @param targets the instances meant; empty for all
 * @param forced the instances that get new containers although nothing differs
 * @param options the options that were said
 */
record Demand(Command command, Optional<Set<InstanceId>> targets, Set<InstanceId> forced, Options options) {

    /** @throws io.dockerops.engine.problem.ProblemException when a name in the options names nothing */
    static Demand of(PlanRequest request, Project project) {
        Options options = request.options().over(project.options());
        boolean updates = request.command() == Command.UPDATE || request.command() == Command.RUN;
        Set<InstanceId> forced = updates ? Targets.resolve(project, options.forceUpdate()) : Set.of();
        return new Demand(request.command(), request.targets(), forced, options);
    }

    /** Whether the instance was named, or all were meant. */
    boolean means(InstanceId id) {
        return targets.isEmpty() || targets.get().contains(id);
    }

    /** Whether differences are looked for. */
    boolean compares() {
        return command == Command.UPDATE || command == Command.RUN;
    }

    boolean updatePersistent() {
        return options.updatePersistent().orElse(false);
    }

    boolean skipLimitReset() {
        return options.skipLimitReset().orElse(false);
    }

    ExecCheck checkExec() {
        return options.checkExec().orElse(ExecCheck.FULL);
    }

    boolean pullAllImages() {
        return options.pullAllImages().orElse(true);
    }

    /** A clean keeps what holds data, be it a volume or a container, unless it is to go too. */
    boolean removePersistent() {
        return options.removePersistent().orElse(command != Command.CLEAN || removeVolumes());
    }

    boolean removeAttached() {
        return options.removeAttached().orElse(false);
    }

    boolean removeVolumes() {
        return command == Command.CLEAN && options.removeVolumes().orElse(false);
    }

    boolean restartExec() {
        return options.restartExec().orElse(false);
    }

    List<Integer> nonRecoverable() {
        return options.nonRecoverable().orElse(Options.NON_RECOVERABLE);
    }

    String signal() {
        return options.signal().orElse("SIGKILL");
    }
}
