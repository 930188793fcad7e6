package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.command.Syntax.Flag;
import io.dockerops.cli.command.Syntax.Text;
import io.dockerops.cli.print.Diagram;
import io.dockerops.cli.print.Diagrams;
import io.dockerops.cli.print.Dot;
import io.dockerops.cli.print.Mermaid;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.plan.PlanRequest;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;

/** {@code graph}: a project or its plan as a drawing. */
final class GraphCommand implements Command {

    private final ProjectArguments project;
    private final Text format;
    private final Flag plan;
    private final HostOption host;

    GraphCommand(Syntax syntax) {
        syntax.details("Services, what they need of each other, their volumes and networks. No engine is needed, except"
                + " for --plan.");
        project = ProjectArguments.only(syntax);
        format = syntax.text("FORMAT", "dot, for Graphviz (the default), or mermaid, for Markdown.", "--format");
        plan = syntax.flag("Draw the actions of the plan instead, with arrows to what each waits for.", "--plan");
        host = new HostOption(syntax);
        syntax.example("graph | dot -Tsvg > shop.svg", "a picture of the project");
        syntax.example("graph --format mermaid", "text for a Markdown file");
        syntax.example("graph --plan", "what a run would do, and in what order");
    }

    @Override
    public int run(Session session) {
        String language = format.value().orElse("dot");
        if (!language.equals("dot") && !language.equals("mermaid")) {
            throw new ProblemException(Problem.error(
                    "`--format " + language + "` is not a format of graphs", "there are `dot` and `mermaid`"));
        }
        Named named = project.named(session.surroundings().folder());
        LoadedProject loaded = project.load(session, named.script());
        Diagram diagram = plan.given() ? ofPlan(session, loaded) : Diagrams.of(loaded.project());
        session.output().text(language.equals("dot") ? Dot.write(diagram) : Mermaid.write(diagram));
        return ExitCode.FINE;
    }

    private Diagram ofPlan(Session session, LoadedProject loaded) {
        host.apply(session);
        return Diagrams.of(new Change(session, loaded).plan(PlanRequest.of(PlanRequest.Command.RUN)));
    }
}
