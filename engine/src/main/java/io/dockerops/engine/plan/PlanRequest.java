package io.dockerops.engine.plan;

import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Options;
import io.dockerops.engine.model.Project;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a user wants to be planned.
 *
 * @param command what is to become of the instances
 * @param targets the instances meant, in the order of their declaration; empty for all of the project
 * @param options what was asked for beside that; goes over the options of the project
 */
public record PlanRequest(Command command, Optional<Set<InstanceId>> targets, Options options) {

    /** What is to become of instances. */
    public enum Command {
        /** Their images are pulled. */
        PULL,
        /** They have containers, and so has all that they depend on. Nothing is started. */
        CREATE,
        /** Those that have containers run, and so does all that they depend on. */
        START,
        /** They have containers and run, and so does all that they depend on; what has a container stays as it is. */
        STARTUP,
        /** They run as declared, and so does all that they depend on. */
        UPDATE,
        /** They run as declared, and what is no longer declared goes. */
        RUN,
        /** They stop, and so does all that depends on them. */
        STOP,
        /** They stop and start again. */
        RESTART,
        /** Those that do not run are removed, and so is all that depends on them and does not run. */
        REMOVE,
        /** They stop and are removed, and so is all that depends on them. */
        SHUTDOWN,
        /** Nothing is left of them: containers, and of a whole project also what is no longer declared, and networks. */
        CLEAN,
        /** Those that run get a signal. */
        SIGNAL,
        /** Their end is waited for. */
        WAIT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All instances of the project, without options. */
    public static PlanRequest of(Command command) {
        return new PlanRequest(command, Optional.empty(), Options.NONE);
    }

    /** The same for {@code only}. */
    public PlanRequest withTargets(Set<InstanceId> only) {
        return new PlanRequest(command, Optional.of(only), options);
    }

    /** The same with {@code other} in place of its options. */
    public PlanRequest withOptions(Options other) {
        return new PlanRequest(command, targets, other);
    }

    /**
     * The requests to plan and carry out one after the other: an update that pulls first has two, since what differs is
     * known only when the images are there. So is what is published by instances that publish what their image exposes.
     *
     * @param project the valid project that this is about
     */
    public List<PlanRequest> steps(Project project) {
        List<PlanRequest> steps = new ArrayList<>();
        boolean updates = command == Command.UPDATE || command == Command.RUN;
        if (updates && options.over(project.options()).pullBeforeUpdate().orElse(false)) {
            steps.add(new PlanRequest(
                    Command.PULL, targets, Options.builder().pullAllImages(true).build()));
        }
        Set<InstanceId> publishing = publishing(project);
        if (!publishing.isEmpty()) {
            steps.add(new PlanRequest(
                    Command.PULL,
                    Optional.of(publishing),
                    Options.builder().pullAllImages(false).build()));
        }
        steps.add(this);
        return steps;
    }

    /** The instances that get containers by this and publish what an image of a registry exposes. */
    private Set<InstanceId> publishing(Project project) {
        if (command != Command.CREATE
                && command != Command.STARTUP
                && command != Command.UPDATE
                && command != Command.RUN) {
            return Set.of();
        }
        Set<InstanceId> publishing = new LinkedHashSet<>();
        for (Instance instance : project.instances()) {
            boolean pulled = project.sourceOf(instance) instanceof Image.Named;
            if (pulled && instance.settings().networking().publishesOfImage()) {
                publishing.add(instance.id());
            }
        }
        if (!publishing.isEmpty() && targets.isPresent()) {
            publishing.retainAll(new Topology(project).dependencies().closure(targets.get()));
        }
        return publishing;
    }
}
