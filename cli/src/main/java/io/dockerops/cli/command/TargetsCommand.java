package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.Session;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.model.Project;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code targets}: what can be named on the command line. */
final class TargetsCommand implements Command {

    private final ProjectArguments project;

    TargetsCommand(Syntax syntax) {
        syntax.details("Services, instances and groups, one per line. The completion of shells asks for them.");
        project = ProjectArguments.only(syntax);
        syntax.json("Print the names as a JSON array.");
        syntax.example("targets", "the names of the project in this folder");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        LoadedProject loaded = project.load(session, named.script());
        List<String> names = names(loaded.project());
        if (session.json()) {
            session.output().result(Json.write(names));
        } else {
            names.forEach(session.output()::result);
        }
        return ExitCode.FINE;
    }

    private static List<String> names(Project project) {
        Set<String> names = new LinkedHashSet<>();
        project.services().forEach(service -> {
            names.add(service.id().name());
            service.instances().forEach(instance -> names.add(instance.id().label()));
        });
        project.groups().forEach(group -> names.add(group.id().name()));
        return new ArrayList<>(names);
    }
}
