package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.command.Syntax.Flag;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.model.Options;
import io.dockerops.engine.plan.PlanRequest;

/** {@code clean}, also {@code down}: nothing is left. */
final class CleanCommand implements Command {

    private final ProjectArguments project;
    private final ChangeOptions options;
    private final Flag volumes;
    private final ActionOptions action;

    CleanCommand(Syntax syntax) {
        syntax.details("Containers and networks, and of a whole project also what it no longer declares. Named volumes"
                + " keep their data unless --volumes is given. `down` is the same command.");
        project = ProjectArguments.withTargets(syntax);
        volumes = syntax.flag(
                "Remove named volumes too, with their data, and images that the project made. Asks first.",
                "--volumes");
        action = new ActionOptions(syntax, PlanRequest.Command.CLEAN);
        options = new ChangeOptions(syntax);
        syntax.example("clean", "remove containers and networks of the project");
        syntax.example("clean --volumes --yes", "remove everything, without a question");
        syntax.example("clean --volumes --dry-run", "show what would be lost");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        LoadedProject declared = project.load(session, named.script());
        options.apply(session);
        LoadedProject loaded = AskedContainers.with(session, declared);
        Options.Builder given = action.options(named.words()).toBuilder();
        if (volumes.given()) {
            given.removeVolumes(true);
        }
        PlanRequest request = ProjectArguments.request(PlanRequest.Command.CLEAN, loaded, named.words(), given.build());
        Change change = new Change(session, loaded);
        String nothing =
                "Nothing to clean: nothing is left of `" + loaded.project().name() + "`.";
        return change.perform(request, options, nothing, false);
    }
}
