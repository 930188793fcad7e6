package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.model.Options;
import io.dockerops.engine.plan.PlanRequest;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;

/** {@code rerun}: new containers in place of those that are there. */
final class RerunCommand implements Command {

    private final ProjectArguments project;
    private final ChangeOptions options;

    RerunCommand(Syntax syntax) {
        syntax.details(
                "What is named gets new containers even when nothing differs, as with `run --replace`. What is kept in"
                        + " volumes and folders of the host stays.");
        project = ProjectArguments.withTargets(syntax);
        options = new ChangeOptions(syntax);
        syntax.example("rerun web.one", "one instance");
        syntax.example("rerun web", "all instances of a service");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        LoadedProject declared = project.load(session, named.script());
        if (named.words().isEmpty()) {
            throw new ProblemException(Problem.error(
                    "`rerun` replaces containers that work, so it has to be told which",
                    "name services or instances; `'*'` is all of them"));
        }
        options.apply(session);
        LoadedProject loaded = AskedContainers.named(session, declared, named.words());
        Options replaced = Options.builder().forceUpdate(named.words()).build();
        PlanRequest request = ProjectArguments.request(PlanRequest.Command.RUN, loaded, named.words(), replaced);
        return new Change(session, loaded).perform(request, options, NothingToDo.asDeclared(loaded), true);
    }
}
