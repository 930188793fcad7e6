package io.dockerops.cli.command;

import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.ProjectContainers;
import io.dockerops.cli.session.ProjectContainers.Found;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.cli.terminal.Terminal;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.plan.PlanRequest;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.ContainerStatus.State;
import io.dockerops.engine.port.Streams;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.util.Optional;
import java.util.Set;

/** Runs one instance whose command is a shell, connects the terminal with it, and removes the container after it. */
final class InteractiveRun {

    private final Session session;
    private final LoadedProject loaded;
    private final InstanceId instance;

    /**
     * @param named what the user named
     * @throws ProblemException when it is not one instance, or there is no terminal
     */
    InteractiveRun(Session session, LoadedProject loaded, Set<InstanceId> named) {
        if (named.size() != 1) {
            throw new ProblemException(Problem.error(
                    "an interactive run is of one instance, and " + named.size() + " are named",
                    "name one, such as `" + named.iterator().next() + "`"));
        }
        Terminal terminal = session.surroundings().terminal();
        instance = named.iterator().next();
        if (!terminal.input() || !terminal.output()) {
            throw new ProblemException(Problem.error(
                    "`" + instance + "` is interactive, and this is no terminal",
                    "run it in one, or add `--no-interactive`"));
        }
        if (session.json()) {
            throw new ProblemException(
                    Problem.error("`--json` is for programs, and `" + instance + "` is interactive", "leave it out"));
        }
        this.session = session;
        this.loaded = loaded;
    }

    /**
     * The whole of it.
     *
     * @return the exit code of the shell, or of the run when that failed
     * @throws ProblemException when the instance runs already
     */
    int run(PlanRequest request, ChangeOptions options) {
        if (container()
                .filter(found -> found.container().state() == State.RUNNING)
                .isPresent()) {
            throw new ProblemException(Problem.error(
                    "`" + instance + "` runs already",
                    "`dockerops shell " + instance + "` opens a shell in it; `dockerops clean " + instance
                            + "` removes it"));
        }
        int started =
                new Change(session, loaded).perform(request, options, "`" + instance + "` is there already.", false);
        Optional<Found> found = started == ExitCode.FINE && !options.dryRun() ? container() : Optional.empty();
        return found.isPresent() ? connect(found.get()) : started;
    }

    private Optional<Found> container() {
        return ProjectContainers.list(session.engine(), loaded.project()).of(instance);
    }

    private int connect(Found found) {
        ContainerEngine engine = session.engine().on(found.host());
        String container = found.container().id();
        session.output()
                .note(Line.of(Tone.DIM, "Connected with `" + instance + "`, which is removed when its shell ends."));
        Streams streams = new Streams(
                session.surroundings().in(),
                session.surroundings().out(),
                session.surroundings().err());
        int code;
        try {
            code = Connected.run(session, true, control -> engine.attachToMain(container, streams, control));
        } finally {
            engine.remove(container, true);
        }
        boolean listed = loaded.project().lists(instance);
        session.output()
                .note(Line.of(
                        Tone.DIM,
                        "`" + instance + "` has ended with exit code " + code + " and is removed."
                                + (listed ? " `dockerops run " + instance + "` runs it as the project says." : "")));
        return code;
    }
}
