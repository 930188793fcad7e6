package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.plan.PlanRequest;

/** {@code restart}: containers end and run again. */
final class RestartCommand implements Command {

    private final ProjectArguments project;
    private final ChangeOptions options;

    RestartCommand(Syntax syntax) {
        syntax.details("The same containers, stopped and started again in the order of their dependencies.");
        project = ProjectArguments.withTargets(syntax);
        options = new ChangeOptions(syntax);
        syntax.example("restart", "all containers of the project");
        syntax.example("restart web", "the instances of one service");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        LoadedProject loaded = project.load(session, named.script());
        options.apply(session);
        PlanRequest request = new PlanRequest(
                PlanRequest.Command.RESTART, ProjectArguments.instances(loaded, named.words()), false, false);
        return new Change(session, loaded)
                .perform(request, options, "Nothing to restart: there is no container.", true);
    }
}
