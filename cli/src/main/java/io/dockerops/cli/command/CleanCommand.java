package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.command.Syntax.Flag;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.model.Options;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlanRequest;
import java.util.Optional;

/** {@code clean}, also {@code down}: nothing is left. */
final class CleanCommand implements Command {

    private final ProjectArguments project;
    private final ChangeOptions options;
    private final Flag volumes;
    private final ActionOptions action;

    CleanCommand(Syntax syntax) {
        syntax.details("Containers and networks, and of a whole project also what it no longer declares. Named volumes"
                + " keep their data unless --volumes is given. Before a whole project is removed it asks whoever sits at a"
                + " terminal. `down` is the same command.");
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
        LoadedProject loaded = Seen.of(session, declared).loaded();
        Options.Builder given = action.options(named.words()).toBuilder();
        if (volumes.given()) {
            given.removeVolumes(true);
        }
        PlanRequest request = ProjectArguments.request(PlanRequest.Command.CLEAN, loaded, named.words(), given.build());
        Change change = new Change(session, loaded);
        if (request.targets().isEmpty()) {
            change.asking(plan -> question(loaded, plan));
        }
        String nothing =
                "Nothing to clean: nothing is left of `" + loaded.project().name() + "`.";
        return change.perform(request, options, nothing, false);
    }

    /** Data is asked about by itself. */
    private static Optional<String> question(LoadedProject loaded, Plan plan) {
        long containers = plan.graph().actions().stream()
                .filter(planned -> planned.action() instanceof Action.RemoveContainer)
                .count();
        return containers == 0 || plan.losesData()
                ? Optional.empty()
                : Optional.of("Remove " + containers + (containers == 1 ? " container" : " containers") + " of `"
                        + loaded.project().name() + "`?");
    }
}
