package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.print.ContainerInfo;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.ProjectContainers.Found;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code info}: all that is known of containers. */
final class InfoCommand implements Command {

    private final ProjectArguments project;
    private final HostOption host;

    InfoCommand(Syntax syntax) {
        syntax.details(
                "For each instance its state, where it is declared, its container and image, where it is reached, what is"
                        + " mounted in it, and what the last check of its health said.");
        project = ProjectArguments.withTargets(syntax);
        host = new HostOption(syntax);
        syntax.json("Print an array of JSON objects.");
        syntax.example("info web.one", "one instance");
        syntax.example("info 'web*'", "all whose names begin like that");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        Seen seen = Seen.of(session, project, named.script(), host);
        LoadedProject loaded = seen.loaded();
        Optional<Set<InstanceId>> targets = ProjectArguments.instances(loaded, named.words());
        List<ContainerInfo> infos = loaded.project().instances().stream()
                .filter(instance -> targets.isEmpty() || targets.get().contains(instance.id()))
                .map(instance ->
                        info(session, loaded, instance, seen.containers().of(instance.id())))
                .toList();
        if (session.json()) {
            session.output()
                    .result(Json.writeIndented(
                            infos.stream().map(ContainerInfo::tree).toList()));
            return ExitCode.FINE;
        }
        List<Line> lines = new ArrayList<>();
        for (ContainerInfo info : infos) {
            if (!lines.isEmpty()) {
                lines.add(new Line());
            }
            lines.addAll(info.lines());
        }
        lines.forEach(session.output()::result);
        return ExitCode.FINE;
    }

    private static ContainerInfo info(Session session, LoadedProject loaded, Instance instance, Optional<Found> found) {
        return new ContainerInfo(
                instance.id().label(),
                instance.host().name(),
                loaded.origins().of(instance.id()),
                found.map(Found::container),
                found.flatMap(each -> each.details(session.engine())),
                found.flatMap(each -> session.engine()
                        .on(each.host())
                        .lastHealthCheck(each.container().id())),
                found.map(session::endpoints).orElse(List.of()));
    }
}
