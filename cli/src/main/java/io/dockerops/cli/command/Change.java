package io.dockerops.cli.command;

import io.dockerops.cli.live.JsonView;
import io.dockerops.cli.live.LiveView;
import io.dockerops.cli.live.PlainView;
import io.dockerops.cli.live.RunView;
import io.dockerops.cli.live.Symbols;
import io.dockerops.cli.print.FailureReport;
import io.dockerops.cli.print.PlanPrinter;
import io.dockerops.cli.print.ProblemPrinter;
import io.dockerops.cli.print.SlowStops;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.ProjectContainers;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Output;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.cli.terminal.Terminal;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.execute.Cancellation;
import io.dockerops.engine.execute.RunListener;
import io.dockerops.engine.execute.RunReport;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlanJson;
import io.dockerops.engine.plan.PlanRequest;
import io.dockerops.engine.plan.VariablesMissing;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.state.ObservedState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Plans what a command wants, carries it out and tells what became of it. */
final class Change {

    private final Session session;
    private LoadedProject loaded;
    private final Output output;

    private Function<Plan, Optional<String>> question = plan -> Optional.empty();

    Change(Session session, LoadedProject loaded) {
        this.session = session;
        this.loaded = loaded;
        this.output = session.output();
    }

    /** Has whoever sits at a terminal asked what {@code question} makes of a plan; where nobody does, it is not asked. */
    void asking(Function<Plan, Optional<String>> question) {
        this.question = question;
    }

    /**
     * Plans {@code request} and carries it out, or only shows it, after what has to be done before it can be planned. Asks
     * before data is lost.
     *
     * @return the exit code
     */
    int perform(PlanRequest request, ChangeOptions options, String nothingToDo, boolean reachable) {
        List<PlanRequest> steps = request.steps(loaded.project());
        for (PlanRequest before : steps.subList(0, steps.size() - 1)) {
            Plan plan = plan(before);
            int exitCode = plan.isEmpty() ? ExitCode.FINE : perform(plan, options, "", false);
            if (exitCode != ExitCode.FINE) {
                return exitCode;
            }
        }
        return perform(plan(request), options, nothingToDo, reachable);
    }

    private int perform(Plan plan, ChangeOptions options, String nothingToDo, boolean reachable) {
        if (options.dryRun()) {
            return show(plan, nothingToDo);
        }
        if (plan.losesData() && !options.yes() && !DataLoss.confirmed(session, plan)) {
            output.error(new Line().add("Nothing was removed."));
            return ExitCode.FAILED;
        }
        boolean attended = !options.yes() && session.surroundings().terminal().input();
        if (attended
                && question.apply(plan)
                        .filter(text -> !new Question(session.surroundings()).yes(text))
                        .isPresent()) {
            output.error(new Line().add("Nothing was removed."));
            return ExitCode.FAILED;
        }
        return carryOut(plan, options.yes(), nothingToDo, reachable);
    }

    /** The plan for {@code request}; its warnings are told. */
    Plan plan(PlanRequest request) {
        return plan(request, session.engine().observe(loaded.project()));
    }

    /** The plan for {@code request} in {@code state}; its warnings are told. */
    Plan plan(PlanRequest request, ObservedState state) {
        Plan plan = plan(project -> session.engine().plan(project, loaded.origins(), state, request));
        return OtherFolder.of(state, session.projectFolder())
                .map(other -> plan.asking("The containers of `" + plan.project() + "` were made from " + other
                        + ", and this is another folder with a project of that name. Change them?"))
                .orElse(plan);
    }

    /** What {@code planning} makes of the project, after asking for the variables that it requires; its warnings are told. */
    Plan plan(Function<Project, Plan> planning) {
        try {
            return judged(planning.apply(loaded.project()));
        } catch (VariablesMissing missing) {
            loaded = loaded.with(new Answers(session).given(loaded.project(), missing));
            return plan(planning);
        }
    }

    /** What the policies of the project leave of {@code plan}; its warnings are told. */
    private Plan judged(Plan plan) {
        Plan left = session.engine().apply(loaded.policies(), plan);
        session.warn(left.warnings());
        return left;
    }

    /**
     * Whether the user says yes to all questions that {@code plan} raises.
     *
     * @param yes whether the user has said so already
     * @throws ProblemException when nobody can be asked
     */
    boolean agreed(Plan plan, boolean yes) {
        if (plan.questions().isEmpty() || yes) {
            return true;
        }
        if (!session.surroundings().terminal().input()) {
            throw new ProblemException(Problem.error(
                    "the plan asks: " + String.join(" ", plan.questions()) + " And nobody can be asked",
                    "give --yes when the answer is yes"));
        }
        Question question = new Question(session.surroundings());
        boolean agreed = plan.questions().stream().allMatch(question::yes);
        if (!agreed) {
            output.error(new Line().add("Nothing was done."));
        }
        return agreed;
    }

    /** Prints {@code plan} with a summary beside it, or as JSON. */
    int show(Plan plan, String nothingToDo) {
        if (session.json()) {
            output.result(Json.writeIndented(PlanJson.tree(plan)));
        } else {
            output.text(PlanPrinter.text(plan, output.outStyle()));
            output.note(plan.isEmpty() ? new Line().add(nothingToDo) : PlanPrinter.summary(plan));
        }
        return ExitCode.FINE;
    }

    /**
     * Carries out {@code plan} and tells how it went.
     *
     * @param yes whether questions of policies are answered with yes
     * @param nothingToDo what is said of an empty plan
     * @param reachable whether to tell where published ports are reached
     * @return the exit code
     */
    int carryOut(Plan plan, boolean yes, String nothingToDo, boolean reachable) {
        if (plan.isEmpty() && !session.json()) {
            output.say(new Line().add(nothingToDo));
            return ExitCode.FINE;
        }
        if (!agreed(plan, yes)) {
            return ExitCode.FAILED;
        }
        RunReport report = execute(plan, event -> {}, output);
        if (!session.json()) {
            tell(report);
            if (reachable && report.succeeded() && !output.quiet()) {
                tellEndpoints();
            }
        }
        return exitCode(report);
    }

    /**
     * Carries out {@code plan}.
     *
     * @param beside hears all events too
     * @param shown where the view of the run goes
     */
    @SuppressWarnings("try") // what Ctrl-C does is set as long as the resource is open
    RunReport execute(Plan plan, RunListener beside, Output shown) {
        Cancellation cancellation = new Cancellation();
        try (RunView view = view(shown);
                Terminal.Registration interrupts =
                        session.surroundings().terminal().onInterrupt(new Interrupts(cancellation, view))) {
            RunListener both = event -> {
                view.onEvent(event);
                beside.onEvent(event);
            };
            return session.engine().execute(plan, both, cancellation);
        }
    }

    private RunView view(Output shown) {
        Terminal terminal = session.surroundings().terminal();
        if (session.json()) {
            return new JsonView(output);
        }
        if (shown.quiet()) {
            return RunView.NONE;
        }
        boolean dumb = "dumb".equals(session.surroundings().environment().get("TERM"));
        boolean watched = shown.out() == output.out() ? terminal.output() : terminal.error();
        return watched && !dumb && !session.debug()
                ? LiveView.open(
                        terminal, shown, Symbols.of(session.surroundings().environment()))
                : PlainView.open(shown);
    }

    /** Tells how the run went: one line, and what failed. */
    void tell(RunReport report) {
        if (report.succeeded()) {
            output.say(FailureReport.summary(report));
            SlowStops.note(report).ifPresent(output::note);
            return;
        }
        ProblemPrinter printer = new ProblemPrinter(session.surroundings().folder());
        String failures =
                new FailureReport(report, loaded.project(), loaded.origins(), printer).text(output.errStyle());
        output.errorText(failures.isEmpty() ? "" : failures + "\n");
        output.error(FailureReport.summary(report));
        output.note(new Line().add(FailureReport.GOES_ON));
    }

    /** Only projects that publish ports cost the call that asks the engines for them. */
    private void tellEndpoints() {
        List<Instance> publishing = loaded.project().instances().stream()
                .filter(instance ->
                        !instance.settings().networking().published().isEmpty()
                                || instance.settings().networking().publishesOfImage())
                .toList();
        if (publishing.isEmpty()) {
            return;
        }
        ProjectContainers containers = ProjectContainers.list(session.engine(), loaded.project());
        Map<String, List<String>> endpoints = new LinkedHashMap<>();
        for (Instance instance : publishing) {
            List<String> reachable =
                    containers.of(instance.id()).map(session::endpoints).orElse(List.of());
            if (!reachable.isEmpty()) {
                endpoints.put(instance.id().label(), reachable);
            }
        }
        int width = endpoints.keySet().stream().mapToInt(String::length).max().orElse(0);
        endpoints.forEach((name, urls) ->
                output.say(new Line().add(name).padTo(width + 2).add(Tone.CYAN, String.join("  ", urls))));
    }

    /** The exit code that {@code report} asks for. */
    static int exitCode(RunReport report) {
        if (report.internalError()) {
            return ExitCode.BUG;
        }
        if (report.cancelled()) {
            return ExitCode.INTERRUPTED;
        }
        if (report.hostUnreachable()) {
            return ExitCode.UNREACHABLE;
        }
        return report.succeeded() ? ExitCode.FINE : ExitCode.FAILED;
    }
}
