package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.print.Amounts;
import io.dockerops.cli.print.ProblemPrinter;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.model.Project;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code validate}: is the script right? */
final class ValidateCommand implements Command {

    private final ProjectArguments project;

    ValidateCommand(Syntax syntax) {
        syntax.details("Loads the script and tells every mistake at once, each with its line and a way out. Ends with 2"
                + " when there is one.");
        project = ProjectArguments.only(syntax);
        syntax.json("Print what was found as JSON.");
        syntax.quiet();
        syntax.example("validate", "the project of this folder");
        syntax.example("validate shop.groovy --json", "for editors and build servers");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        LoadedProject loaded = project.load(session, named.script());
        if (session.json()) {
            session.output().result(Json.write(tree(session, loaded)));
        } else {
            session.output().say(line(loaded.project()));
            if (!loaded.environments().isEmpty()) {
                session.output()
                        .say(new Line().add("Its environments are " + String.join(", ", loaded.environments()) + "."));
            }
        }
        return ExitCode.FINE;
    }

    private static Line line(Project project) {
        return Line.of(Tone.GREEN, "Valid")
                .add(": project `" + project.name() + "` with "
                        + Amounts.count(project.services().size(), "service") + ", "
                        + Amounts.count(project.instances().size(), "instance") + ", "
                        + Amounts.count(project.networks().size(), "network") + ", "
                        + Amounts.count(project.volumes().size(), "volume") + ".");
    }

    private static Map<String, Object> tree(Session session, LoadedProject loaded) {
        ProblemPrinter printer = new ProblemPrinter(session.surroundings().folder());
        Project project = loaded.project();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("event", "valid");
        tree.put("project", project.name());
        tree.put("services", project.services().size());
        tree.put("instances", project.instances().size());
        tree.put("networks", project.networks().size());
        tree.put("volumes", project.volumes().size());
        tree.put("environments", loaded.environments());
        tree.put("problems", loaded.warnings().stream().map(printer::tree).toList());
        return tree;
    }
}
