package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.plan.PlanRequest;

/** {@code stop}: containers end and are kept. */
final class StopCommand implements Command {

    private final ProjectArguments project;
    private final ChangeOptions options;

    StopCommand(Syntax syntax) {
        syntax.details("The containers are kept, with all that is in them; `start` lets them go on.");
        project = ProjectArguments.withTargets(syntax);
        options = new ChangeOptions(syntax);
        syntax.example("stop", "all containers of the project");
        syntax.example("stop 'w*'", "all instances of services that begin with w, and what depends on them");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        LoadedProject loaded = project.load(session, named.script());
        options.apply(session);
        PlanRequest request = new PlanRequest(
                PlanRequest.Command.STOP, ProjectArguments.instances(loaded, named.words()), false, false);
        return new Change(session, loaded).perform(request, options, "Nothing to stop: nothing runs.", false);
    }
}
