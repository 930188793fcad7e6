package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.print.ContainerList;
import io.dockerops.cli.print.ContainerList.Row;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.ProjectContainers;
import io.dockerops.cli.session.ProjectContainers.Found;
import io.dockerops.cli.session.Session;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.port.ContainerDetails;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code ps}: what is there, and what is it doing? */
final class PsCommand implements Command {

    private final ProjectArguments project;
    private final HostOption host;

    PsCommand(Syntax syntax) {
        syntax.details("Every instance that the project declares, with its container or without, and containers that it"
                + " no longer declares.");
        project = ProjectArguments.withTargets(syntax);
        host = new HostOption(syntax);
        syntax.json("Print an array of JSON objects.");
        syntax.example("ps", "the project of this folder");
        syntax.example("ps --json web", "one service, for programs");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        Seen seen = Seen.of(session, project, named.script(), host);
        Optional<Set<InstanceId>> targets = ProjectArguments.instances(seen.loaded(), named.words());
        ContainerList list = list(session, seen.loaded().project(), seen.containers(), targets);
        if (session.json()) {
            session.output().result(Json.writeIndented(list.tree()));
        } else {
            list.lines().forEach(session.output()::result);
        }
        return ExitCode.FINE;
    }

    private static ContainerList list(
            Session session, Project project, ProjectContainers containers, Optional<Set<InstanceId>> targets) {
        ContainerList list = new ContainerList();
        Set<InstanceId> declared = new LinkedHashSet<>();
        for (Instance instance : project.instances()) {
            declared.add(instance.id());
            if (targets.isEmpty() || targets.get().contains(instance.id())) {
                list.add(row(
                        session,
                        project,
                        instance.id(),
                        instance.host().name(),
                        project.lists(instance.id()),
                        containers));
            }
        }
        List<InstanceId> others = new ArrayList<>(containers.instances());
        others.removeAll(declared);
        if (targets.isEmpty()) {
            others.forEach(id -> list.add(row(session, project, id, "", false, containers)));
        }
        return list;
    }

    private static Row row(
            Session session,
            Project project,
            InstanceId id,
            String declaredHost,
            boolean declared,
            ProjectContainers containers) {
        Optional<Found> found = containers.of(id);
        Optional<ContainerDetails> details = found.flatMap(each -> each.details(session.engine()));
        return new Row(
                id.service().name(),
                id.instance().orElse(""),
                found.map(each -> each.host().id().name()).orElse(declaredHost),
                declared,
                found.filter(each -> each.container().labels().containsKey(Labels.ASKED))
                        .isPresent(),
                details.map(ContainerDetails::status),
                found.map(each -> each.container().publishedPorts()).orElse(List.of()),
                details.map(ContainerDetails::addresses).orElseGet(TreeMap::new),
                found.map(each -> each.container().name())
                        .orElseGet(() -> project.naming().container(id)));
    }
}
