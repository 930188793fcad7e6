package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.plan.PlanRequest;

/** {@code remove}: containers end and are gone. */
final class RemoveCommand implements Command {

    private final ProjectArguments project;
    private final ChangeOptions options;

    RemoveCommand(Syntax syntax) {
        syntax.details("Named volumes, networks and images stay; `clean` removes those too.");
        project = ProjectArguments.withTargets(syntax);
        options = new ChangeOptions(syntax);
        syntax.example("remove", "all containers of the project");
        syntax.example("remove web.two", "one of them, and what depends on it");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        LoadedProject loaded = project.load(session, named.script());
        options.apply(session);
        PlanRequest request = new PlanRequest(
                PlanRequest.Command.REMOVE, ProjectArguments.instances(loaded, named.words()), false, false);
        return new Change(session, loaded)
                .perform(request, options, "Nothing to remove: there is no container.", false);
    }
}
