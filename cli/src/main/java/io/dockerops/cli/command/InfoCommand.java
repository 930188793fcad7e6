package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.print.ContainerInfo;
import io.dockerops.cli.print.Endpoints;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.ProjectContainers;
import io.dockerops.cli.session.ProjectContainers.Found;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerEngine;
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
        LoadedProject declared = project.load(session, named.script());
        host.apply(session);
        LoadedProject loaded = AskedContainers.with(session, declared);
        Optional<Set<InstanceId>> targets = ProjectArguments.instances(loaded, named.words());
        ProjectContainers containers = ProjectContainers.list(session.engine(), loaded.project());
        List<ContainerInfo> infos = loaded.project().instances().stream()
                .filter(instance -> targets.isEmpty() || targets.get().contains(instance.id()))
                .map(instance -> info(session, loaded, instance, containers.of(instance.id())))
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
        lines.forEach(line -> session.output().result(line.draw(session.output().outStyle())));
        return ExitCode.FINE;
    }

    private static ContainerInfo info(Session session, LoadedProject loaded, Instance instance, Optional<Found> found) {
        Optional<ContainerEngine> engine = found.map(each -> session.engine().on(each.host()));
        Optional<ContainerDetails> details = engine.flatMap(
                each -> each.inspect(found.orElseThrow().container().id()));
        return new ContainerInfo(
                instance.id().label(),
                instance.host().name(),
                loaded.origins().of(instance.id()),
                found.map(Found::container),
                details,
                engine.flatMap(each ->
                        each.lastHealthCheck(found.orElseThrow().container().id())),
                found.map(each -> Endpoints.of(each.container().publishedPorts(), session.hostName(each.host())))
                        .orElse(List.of()));
    }
}
