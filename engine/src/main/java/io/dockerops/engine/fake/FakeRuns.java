package io.dockerops.engine.fake;

import io.dockerops.engine.model.ExecCommand;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.ExecResult;
import io.dockerops.engine.port.ProcessLine;
import io.dockerops.engine.port.Streams;
import io.dockerops.engine.port.TerminalSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs commands in the fake engine's containers. */
final class FakeRuns {

    private final FakeWorld world;
    private final FakeContainers containers;
    private final FakeLife life;

    FakeRuns(FakeWorld world, FakeContainers containers, FakeLife life) {
        this.world = world;
        this.containers = containers;
        this.life = life;
    }

    ExecResult exec(String container, ExecCommand command) {
        FakeProgram program = program(container, command.command());
        if (!command.background()) {
            return result(program);
        }
        FakeProgram background = world.processes.background(command.command());
        if (background.exitCode().isEmpty()) {
            FakeContainer in = world.container(container);
            String user = command.user().or(() -> in.wanted.text("User")).orElse("0");
            in.background.add(new ProcessLine(user.equals("root") ? "0" : user, String.join(" ", command.command())));
        }
        return result(background);
    }

    /** Its main process, and the commands that run beside it. */
    List<ProcessLine> processes(String nameOrId) {
        FakeContainer container = world.container(nameOrId);
        if (!container.running()) {
            throw FakeWorld.refused(FakeWorld.CONFLICT, "Container " + container.id + " is not running");
        }
        List<ProcessLine> processes = new ArrayList<>();
        processes.add(new ProcessLine("0", String.join(" ", container.command())));
        processes.addAll(container.background);
        return processes;
    }

    /** What {@code command} does in a running container. */
    FakeProgram program(String nameOrId, List<String> command) {
        FakeContainer container = world.container(nameOrId);
        if (!container.running()) {
            throw FakeWorld.refused(FakeWorld.CONFLICT, "Container " + container.id + " is not running");
        }
        return world.processes.command(command);
    }

    private static ExecResult result(FakeProgram program) {
        String output = Stream.concat(program.output().stream(), program.error().stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return new ExecResult(program.exitCode().orElse(0), output);
    }

    static int attach(FakeProgram program, TerminalSession session) {
        try {
            write(session.output(), program.output());
            write(session.error(), program.error());
            if (program.echoes()) {
                session.input().transferTo(session.output());
                session.output().flush();
            }
        } catch (IOException e) {
            throw unwritten(e);
        }
        return program.exitCode().orElse(0);
    }

    /** Writes what the main process has written; gives that process, which of what does not run reads nothing. */
    FakeProgram writeLog(String nameOrId, Streams streams) {
        FakeContainer container = world.container(nameOrId);
        boolean terminal = container.wanted.has(FieldPath.of("Tty"), Value.flag(true));
        try {
            for (FakeContainer.Line line : container.log) {
                write(line.error() && !terminal ? streams.error() : streams.output(), List.of(line.text()));
            }
        } catch (IOException e) {
            throw unwritten(e);
        }
        return container.running() ? container.program : FakeProgram.RUNS;
    }

    /** Writes what is read, to its end. */
    static void echo(Streams streams) {
        try {
            streams.input().transferTo(streams.output());
            streams.output().flush();
        } catch (IOException e) {
            throw unwritten(e);
        }
    }

    /** A main process ends with its input, as nobody could stop it otherwise; the exit code. */
    int endMain(String nameOrId) {
        FakeContainer container = world.container(nameOrId);
        if (container.running()) {
            life.end(container, container.program.stopCode(), false);
        }
        return container.exitCode;
    }

    private static EngineException unwritten(IOException e) {
        return new EngineException.Failed("the command's output cannot be written: " + e.getMessage(), e);
    }

    private static void write(OutputStream to, List<String> lines) throws IOException {
        for (String line : lines) {
            to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        to.flush();
    }

    /** A program that does not end by itself ends with exit code 0 here, since nobody could stop it. */
    ExecResult runToEnd(String name, Specification specification) {
        FakeContainer container = world.container(containers.create(name, specification));
        try {
            life.start(container.id);
            if (container.running()) {
                life.end(container, 0, false);
            }
            return new ExecResult(container.exitCode, result(container.program).output());
        } finally {
            containers.remove(container.id, true);
        }
    }
}
