package io.dockerops.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.dockerops.engine.model.ExecCommand;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.port.Cancelled;
import io.dockerops.engine.port.ExecResult;
import io.dockerops.engine.port.LogListener;
import io.dockerops.engine.port.LogRequest;
import io.dockerops.engine.port.TerminalSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The calls that read what processes in containers write. */
final class ProcessCalls {

    private static final int FIRST_PAUSE_MILLIS = 2;
    private static final int LONGEST_PAUSE_MILLIS = 200;

    private final EngineApi api;
    private final ContainerCalls containers;

    ProcessCalls(EngineApi api, ContainerCalls containers) {
        this.api = api;
        this.containers = containers;
    }

    ExecResult exec(String container, ExecCommand command) {
        Map<String, Object> body = execBody(command.command(), false);
        command.user().ifPresent(user -> body.put("User", user));
        if (command.background()) {
            return start(container, body);
        }
        String id = createExec(container, body);
        LastOutput output = new LastOutput();
        read(api.stream("POST", ApiPath.of("exec", id, "start"), startBody(false)), false, output);
        return new ExecResult(awaitExitCode(id), output.text());
    }

    private ExecResult start(String container, Map<String, Object> body) {
        body.put("AttachStdout", false);
        body.put("AttachStderr", false);
        String id = createExec(container, body);
        Map<String, Object> detached = startBody(false);
        detached.put("Detach", true);
        api.post(ApiPath.of("exec", id, "start"), detached);
        Map<String, Object> state = JsonTree.object(api.get(ApiPath.of("exec", id, "json")));
        boolean runs = JsonTree.flag(state, "Running");
        return new ExecResult(runs ? 0 : (int) JsonTree.number(state, "ExitCode"), "");
    }

    int attach(String container, TerminalSession session, Consumer<TerminalSession.Control> control) {
        Map<String, Object> body = execBody(session.command(), session.terminal());
        body.put("AttachStdin", true);
        session.user().ifPresent(user -> body.put("User", user));
        session.workingDirectory().ifPresent(folder -> body.put("WorkingDir", folder));
        String id = createExec(container, body);
        ApiPath start = ApiPath.of("exec", id, "start");
        try (Resizing resizing = new Resizing(api, "exec", id);
                Response response = api.hijack(start, startBody(session.terminal()), session.input())) {
            control.accept(resizing);
            read(response, session.terminal(), new Forwarded(session.output(), session.error()));
        }
        return awaitExitCode(id);
    }

    private String createExec(String container, Map<String, Object> body) {
        return JsonTree.text(JsonTree.object(api.post(ApiPath.of("containers", container, "exec"), body)), "Id");
    }

    private static Map<String, Object> execBody(List<String> command, boolean terminal) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("AttachStdout", true);
        body.put("AttachStderr", true);
        body.put("Tty", terminal);
        body.put("Cmd", command);
        return body;
    }

    private static Map<String, Object> startBody(boolean terminal) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Detach", false);
        body.put("Tty", terminal);
        return body;
    }

    /** The command's end follows that of its output by a moment, or by as long as it runs on without its output. */
    private int awaitExitCode(String exec) {
        int pause = FIRST_PAUSE_MILLIS;
        while (true) {
            Map<String, Object> state = JsonTree.object(api.get(ApiPath.of("exec", exec, "json")));
            if (!JsonTree.flag(state, "Running")) {
                return (int) JsonTree.number(state, "ExitCode");
            }
            pause(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    ExecResult runToEnd(String name, Specification specification) {
        boolean terminal = specification.canonical().has(FieldPath.of("Tty"), Value.flag(true));
        String id = containers.create(name, specification);
        try {
            ExecResult result = run(id, terminal);
            containers.remove(id, true);
            return result;
        } catch (RuntimeException e) {
            containers.removeAfter(e, id);
            throw e;
        }
    }

    /** Listens before the start, so that the output does not depend on what the log driver keeps. */
    private ExecResult run(String id, boolean terminal) {
        ApiPath attach = ApiPath.of("containers", id, "attach")
                .query("stream", "true")
                .query("stdout", "true")
                .query("stderr", "true");
        LastOutput output = new LastOutput();
        try (Response response = api.stream("POST", attach, null)) {
            containers.start(id);
            read(response, terminal, output);
        }
        ApiPath end = ApiPath.of("containers", id, "wait").query("condition", "not-running");
        int exitCode = (int) JsonTree.number(JsonTree.object(api.post(end, null)), "StatusCode");
        return new ExecResult(exitCode, output.text());
    }

    void logs(String container, LogRequest request, LogListener listener) {
        ApiPath path = ApiPath.of("containers", container, "logs")
                .query("stdout", "true")
                .query("stderr", "true")
                .query("follow", String.valueOf(request.follow()))
                .query("timestamps", String.valueOf(request.timestamps()));
        request.tail().ifPresent(lines -> path.query("tail", String.valueOf(lines)));
        request.since().ifPresent(time -> path.query("since", ApiPath.seconds(time)));
        boolean terminal = containers.hasTerminal(container);
        OutputLines lines = new OutputLines(listener, request.timestamps());
        read(api.stream("GET", path, null), terminal, lines);
        lines.end();
    }

    static void read(Response response, boolean terminal, OutputFrames.Sink sink) {
        try (response;
                InputStream in = response.getBody()) {
            OutputFrames.read(in, terminal, sink);
        } catch (IOException e) {
            throw EngineFailures.of(e);
        }
    }
}
