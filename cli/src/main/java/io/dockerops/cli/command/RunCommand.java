package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.command.Syntax.Flag;
import io.dockerops.cli.command.Syntax.Text;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.state.ObservedState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code run}: the main job. */
final class RunCommand implements Command {

    private final ProjectArguments project;
    private final PlanOptions shape;
    private final ChangeOptions options;
    private final Text saved;
    private final Flag withEngine;

    RunCommand(Syntax syntax) {
        syntax.details("What runs as declared is left alone, what differs is changed in place or replaced, what is"
                + " missing is made. A second run has nothing to do.");
        project = ProjectArguments.withTargets(syntax);
        shape = new PlanOptions(syntax);
        saved = syntax.text(
                "FILE",
                "Carry out the plan that `plan --out FILE` saved, if it is still what would be done. `run FILE.plan`"
                        + " is the same.",
                "--plan");
        withEngine = syntax.flag(
                "Where no engine answers, start a private one, kept under your data folder. Docker's packages are"
                        + " installed when they are missing and you are root.",
                "--with-engine");
        options = new ChangeOptions(syntax);
        syntax.example("run", "the project of this folder");
        syntax.example("run shop.groovy web db.main", "two of its services, and what they depend on");
        syntax.example("run --replace web", "new containers for web, even when nothing differs");
        syntax.example("run -P tag=1.4 --dry-run", "what another parameter would change");
    }

    @Override
    public int run(Session session) {
        Optional<Path> plan = savedPlan(session.surroundings().folder());
        if (plan.isPresent()) {
            return runSaved(session, SavedPlan.read(plan.get()), plan.get());
        }
        Named named = project.named(session.surroundings().folder());
        LoadedProject loaded = project.load(session, named.script());
        connect(session, loaded);
        Change change = new Change(session, loaded);
        String nothing = NothingToDo.asDeclared(loaded);
        return change.perform(shape.request(loaded, named.words()), options, nothing, true);
    }

    private void connect(Session session, LoadedProject loaded) {
        options.apply(session);
        if (withEngine.given()) {
            EngineOnDemand.ensure(session, loaded.project());
        }
    }

    /** A plan's file may be the first word instead of the option's value. */
    private Optional<Path> savedPlan(Path folder) {
        List<String> words = project.words();
        if (saved.value().isPresent() || words.size() != 1 || !words.get(0).endsWith(SavedPlan.SUFFIX)) {
            return saved.value().map(folder::resolve);
        }
        Path file = folder.resolve(words.get(0));
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    private int runSaved(Session session, SavedPlan plan, Path file) {
        SavedPlan.requireAlone(
                saved.value().isPresent() ? project.words() : List.of(), project.shaping(), shape.names());
        plan.host().ifPresent(session::useHost);
        plan.clients().ifPresent(session::useClients);
        session.useConfs(plan.confs());
        plan.environment().ifPresent(session::useEnvironment);
        LoadedProject loaded = session.load(plan.script(), plan.parameters());
        connect(session, loaded);
        Change change = new Change(session, loaded);
        ObservedState state = session.engine().observe(loaded.project());
        Plan fresh = change.plan(PlanOptions.request(loaded, plan.targets(), plan.options()), state);
        plan.requireSame(fresh, state, file);
        return options.dryRun()
                ? change.show(fresh, NothingToDo.asDeclared(loaded))
                : change.carryOut(fresh, options.yes(), NothingToDo.asDeclared(loaded), true);
    }
}
