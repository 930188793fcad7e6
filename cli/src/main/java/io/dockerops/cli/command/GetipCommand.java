package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.ProjectContainers;
import io.dockerops.cli.session.Session;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.plan.Targets;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** {@code getip}: where containers are found. */
final class GetipCommand implements Command {

    private final ProjectArguments project;
    private final HostOption host;

    GetipCommand(Syntax syntax) {
        syntax.details(
                "One instance: its addresses, one per line. Several: each with its instance and network. Containers"
                        + " that do not run have no address and are an error when they are named.");
        project = ProjectArguments.withTargets(syntax);
        host = new HostOption(syntax);
        syntax.json("Print an object: the addresses by instance and network.");
        syntax.example("getip web.one", "for scripts: the address alone");
        syntax.example("getip", "all that run");
    }

    @Override
    public int run(Session session) {
        Named named = project.named(session.surroundings().folder());
        Seen seen = Seen.of(session, project, named.script(), host);
        Set<InstanceId> targets =
                Targets.resolve(seen.loaded().project(), named.words().isEmpty() ? List.of("*") : named.words());
        Map<InstanceId, SortedMap<String, String>> addresses = addresses(session, seen.containers(), targets);
        if (!named.words().isEmpty()) {
            requireAll(targets, addresses);
        }
        if (session.json()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            addresses.forEach((id, byNetwork) -> tree.put(id.label(), byNetwork));
            session.output().result(Json.writeIndented(tree));
        } else if (targets.size() == 1) {
            addresses.values().forEach(byNetwork -> byNetwork.values().forEach(session.output()::result));
        } else {
            addresses.forEach((id, byNetwork) -> byNetwork.forEach(
                    (network, address) -> session.output().result(id.label() + "  " + address + "  " + network)));
        }
        return ExitCode.FINE;
    }

    private static Map<InstanceId, SortedMap<String, String>> addresses(
            Session session, ProjectContainers containers, Set<InstanceId> targets) {
        Map<InstanceId, SortedMap<String, String>> addresses = new LinkedHashMap<>();
        for (InstanceId id : targets) {
            containers
                    .of(id)
                    .flatMap(found -> found.details(session.engine()))
                    .filter(details -> details.status().running())
                    .map(ContainerDetails::addresses)
                    .filter(found -> !found.isEmpty())
                    .ifPresent(found -> addresses.put(id, found));
        }
        return addresses;
    }

    private static void requireAll(Set<InstanceId> targets, Map<InstanceId, SortedMap<String, String>> addresses) {
        List<Problem> problems = new ArrayList<>();
        for (InstanceId id : targets) {
            if (!addresses.containsKey(id)) {
                problems.add(Problem.error(
                        "`" + id + "` has no address: its container does not run, or is in no network of its own",
                        "`dockerops ps " + id + "` tells more"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }
}
