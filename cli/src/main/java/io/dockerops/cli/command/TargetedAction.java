package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.model.Options;
import io.dockerops.engine.plan.PlanRequest;
import java.util.function.Function;

/** What the commands have in common that do one thing to the targets of a project. */
final class TargetedAction {

    private final PlanRequest.Command command;
    private final ProjectArguments project;
    private final ActionOptions action;
    private final ChangeOptions options;

    TargetedAction(Syntax syntax, PlanRequest.Command command) {
        this.command = command;
        project = ProjectArguments.withTargets(syntax);
        action = new ActionOptions(syntax, command);
        options = new ChangeOptions(syntax);
    }

    /**
     * Plans and does it.
     *
     * @param nothing what is said when there is nothing to do
     * @param reachable whether to tell where published ports are reached
     * @return the exit code
     */
    int perform(Session session, String nothing, boolean reachable) {
        return perform(session, loaded -> nothing, reachable, Options.NONE);
    }

    /** The same, with {@code more} for what the command sets beside its options. */
    int perform(Session session, Function<LoadedProject, String> nothing, boolean reachable, Options more) {
        Named named = project.named(session.surroundings().folder());
        LoadedProject declared = project.load(session, named.script());
        options.apply(session);
        LoadedProject loaded = making()
                ? AskedContainers.named(session, declared, named.words())
                : Seen.of(session, declared).loaded();
        Options given = action.options(named.words()).over(more);
        PlanRequest request = ProjectArguments.request(command, loaded, named.words(), given);
        return new Change(session, loaded).perform(request, options, nothing.apply(loaded), reachable);
    }

    /** Whether it makes containers: then what no file lists is meant only when it is named. */
    private boolean making() {
        return switch (command) {
            case CREATE, STARTUP, UPDATE, RUN, PULL -> true;
            case START, STOP, RESTART, REMOVE, SHUTDOWN, CLEAN, SIGNAL, WAIT -> false;
        };
    }
}
