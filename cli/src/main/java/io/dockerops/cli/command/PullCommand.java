package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.plan.PlanRequest;

/** {@code pull}: images come from their registries. */
final class PullCommand implements Command {

    private final ProjectArguments project;
    private final ChangeOptions options;

    PullCommand(Syntax syntax) {
        syntax.details(
                "Images that the project builds itself are left alone. Containers are left alone too: `run` replaces those whose image has changed.");
        project = ProjectArguments.withTargets(syntax);
        options = new ChangeOptions(syntax);
        syntax.example("pull", "all images of the project");
        syntax.example("pull db", "the image of one service");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        LoadedProject loaded = project.load(session, named.script());
        options.apply(session);
        PlanRequest request = new PlanRequest(
                PlanRequest.Command.PULL, ProjectArguments.instances(loaded, named.words()), false, false);
        return new Change(session, loaded)
                .perform(request, options, "Nothing to pull: no service uses an image of a registry.", false);
    }
}
