package io.dockerops.cli.command;

import io.dockerops.cli.command.ProjectArguments.Named;
import io.dockerops.cli.command.Syntax.Flag;
import io.dockerops.cli.command.Syntax.Text;
import io.dockerops.cli.logs.LogLine;
import io.dockerops.cli.logs.LogPrinter;
import io.dockerops.cli.logs.LogReader;
import io.dockerops.cli.session.ExitCode;
import io.dockerops.cli.session.ProjectContainers.Found;
import io.dockerops.cli.session.Session;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.port.LogRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** {@code logs}: what containers print. */
final class LogsCommand implements Command {

    private final ProjectArguments project;
    private final Flag follow;
    private final Text tail;
    private final Text since;
    private final Flag timestamps;
    private final HostOption host;

    LogsCommand(Syntax syntax) {
        syntax.details("Lines of several containers are put in the order of their times, behind the name of the"
                + " instance.");
        project = ProjectArguments.withTargets(syntax);
        follow = syntax.flag("Go on with what is printed from now on, until Ctrl-C.", "-f", "--follow");
        tail = syntax.text("N", "Only the last N lines of each container.", "--tail");
        since = syntax.text(
                "TIME", "Only lines since then: 90s, 10m, 2h or 1d ago, or a time as 2026-01-31T12:00Z.", "--since");
        timestamps = syntax.flag("Begin each line with its time.", "--timestamps");
        host = new HostOption(syntax);
        syntax.json("Print one JSON object per line.");
        syntax.example("logs -f --tail 20", "all containers, from their last 20 lines on");
        syntax.example("logs --since 10m web", "what the instances of one service printed in ten minutes");
    }

    @Override
    public int run(Session session) {
        LogRequest request = request();
        Named named = project.named(session.surroundings().folder());
        Seen seen = Seen.of(session, project, named.script(), host);
        LoadedProject loaded = seen.loaded();
        Optional<Set<InstanceId>> targets = ProjectArguments.instances(loaded, named.words());
        List<String> labels = new ArrayList<>();
        List<LogReader.Source> sources = new ArrayList<>();
        for (Instance instance : loaded.project().instances()) {
            Optional<Found> found = seen.containers().of(instance.id());
            if (targets.isPresent() && !targets.get().contains(instance.id())) {
                continue;
            }
            if (found.isPresent()) {
                labels.add(instance.id().label());
                sources.add(new LogReader.Source(
                        session.engine().on(found.get().host()),
                        found.get().container().id()));
            } else if (targets.isPresent()) {
                note(session, instance.id().label() + " has no container");
            }
        }
        if (sources.isEmpty()) {
            note(session, "There is no container, and so no log.");
            return ExitCode.FINE;
        }
        new LogReader(sources, request)
                .read(printer(session, labels), source -> note(session, labels.get(source) + " has ended"));
        return ExitCode.FINE;
    }

    private static void note(Session session, String text) {
        session.output().note(Line.of(Tone.DIM, text));
    }

    private LogRequest request() {
        Optional<Integer> lines = tail.value().map(text -> ChangeOptions.positive("--tail", text));
        Optional<Instant> from = since.value().map(text -> Since.parse(text, Instant.now()));
        return new LogRequest(follow.given(), lines, from, true);
    }

    private Consumer<LogLine> printer(Session session, List<String> labels) {
        if (!session.json()) {
            return new LogPrinter(session.output(), labels, timestamps.given())::print;
        }
        return line -> {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("instance", labels.get(line.source()));
            tree.put("time", line.time());
            tree.put("stream", line.error() ? "stderr" : "stdout");
            tree.put("line", line.text());
            session.output().result(Json.write(tree));
        };
    }
}
