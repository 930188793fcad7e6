package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.plan.PlanRequest;

/** {@code start}: containers that exist run again. */
final class StartCommand implements Command {

    private final ProjectArguments project;
    private final ChangeOptions options;

    StartCommand(Syntax syntax) {
        syntax.details("Nothing is made and nothing is replaced: for that there is `run`.");
        project = ProjectArguments.withTargets(syntax);
        options = new ChangeOptions(syntax);
        syntax.example("start", "all containers of the project that exist");
        syntax.example("start web.one", "one of them, and what it depends on");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        LoadedProject loaded = project.load(session, named.script());
        options.apply(session);
        PlanRequest request = new PlanRequest(
                PlanRequest.Command.START, ProjectArguments.instances(loaded, named.words()), false, false);
        return new Change(session, loaded).perform(request, options, "Nothing to start: what exists runs.", true);
    }
}
