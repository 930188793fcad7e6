package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.command.Syntax.Flag;
import io.dockerops.cli.command.Syntax.Text;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.model.Asked;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlanRequest;
import io.dockerops.engine.plan.Targets;
import io.dockerops.engine.state.ObservedState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code run}: the main job. */
final class RunCommand implements Command {

    private final ProjectArguments project;
    private final PlanOptions shape;
    private final ChangeOptions options;
    private final Text saved;
    private final Flag withEngine;
    private final AskedOptions asked;

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
        asked = new AskedOptions(syntax);
        options = new ChangeOptions(syntax);
        syntax.example("run", "the project of this folder");
        syntax.example("run shop.groovy web db.main", "two of its services, and what they depend on");
        syntax.example("run --replace web", "new containers for web, even when nothing differs");
        syntax.example("run -P tag=1.4 --dry-run", "what another parameter would change");
        syntax.example("run web --instance extra --type published", "an instance that no file lists");
        syntax.example("run web --instance --safemode --interactive", "a shell where the service does not start");
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
        if (asked.given()) {
            return run(session, loaded, asked.of(session, loaded, named.words()), named.words());
        }
        LoadedProject meant = AskedContainers.named(session, loaded, named.words());
        Change change = new Change(session, meant);
        return change.perform(shape.request(meant, named.words()), options, NothingToDo.asDeclared(meant), true);
    }

    private int run(Session session, LoadedProject loaded, List<Asked> wanted, List<String> words) {
        LoadedProject asking = session.asking(loaded, wanted);
        List<String> targets = asked.named() ? List.of(wanted.get(0).instance().label()) : words;
        PlanRequest request = shape.request(asking, targets);
        Set<InstanceId> meant = Targets.resolve(asking.project(), targets.isEmpty() ? List.of("*") : targets);
        if (asked.nameless()) {
            tellName(session, targets.get(0));
        }
        boolean interactive = asked.connects()
                && asking.project().instances().stream()
                        .anyMatch(each -> meant.contains(each.id()) && each.interactive());
        return interactive
                ? new InteractiveRun(session, asking, meant).run(request, options)
                : new Change(session, asking).perform(request, options, NothingToDo.asDeclared(asking), true);
    }

    private static void tellName(Session session, String name) {
        if (session.output().quiet()) {
            session.output().result(name);
        } else if (!session.json()) {
            session.output().say(new Line().add("The instance is called " + name + "."));
        }
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
                saved.value().isPresent() ? project.words() : List.of(),
                project.shaping() || asked.given(),
                shape.names());
        plan.host().ifPresent(session::useHost);
        plan.clients().ifPresent(session::useClients);
        session.useConfs(plan.confs());
        plan.environment().ifPresent(session::useEnvironment);
        LoadedProject declared = session.load(plan.script(), plan.parameters());
        connect(session, declared);
        LoadedProject loaded = AskedContainers.named(session, declared, plan.targets());
        Change change = new Change(session, loaded);
        ObservedState state = session.engine().observe(loaded.project());
        Plan fresh = change.plan(PlanOptions.request(loaded, plan.targets(), plan.options()), state);
        plan.requireSame(fresh, state, file);
        return options.dryRun()
                ? change.show(fresh, NothingToDo.asDeclared(loaded))
                : change.carryOut(fresh, options.yes(), NothingToDo.asDeclared(loaded), true);
    }
}
