package io.dockerops.cli.command;

import io.dockerops.cli.session.ProjectContainers.Found;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.plan.Targets;
import io.dockerops.engine.port.ContainerStatus.State;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the one running container that a command is to be run in. */
final class ExecTarget {

    private ExecTarget() {}

    /**
     * The container of the instance that {@code target} names.
     *
     * @throws ProblemException when it names none or several, or when its container does not run
     */
    static Found find(Seen seen, String target) {
        Set<InstanceId> named = Targets.resolve(seen.loaded().project(), List.of(target));
        if (named.size() > 1) {
            List<String> labels = new ArrayList<>();
            named.forEach(id -> labels.add(id.label()));
            throw new ProblemException(Problem.error(
                    "`" + target + "` names " + named.size() + " instances, and a command runs in one",
                    "choose one of: " + String.join(", ", labels)));
        }
        InstanceId id = named.iterator().next();
        Found found = seen.containers()
                .of(id)
                .orElseThrow(() -> new ProblemException(Problem.error(
                        "`" + id + "` has no container", "`dockerops run " + id + "` makes and starts it")));
        if (found.container().state() != State.RUNNING) {
            throw new ProblemException(Problem.error(
                    "the container of `" + id + "` does not run: it is "
                            + found.container().state(),
                    "`dockerops start " + id + "` starts it, `dockerops logs " + id + "` tells more"));
        }
        return found;
    }
}
