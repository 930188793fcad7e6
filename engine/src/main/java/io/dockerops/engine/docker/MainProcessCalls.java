package io.dockerops.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.Streams;
import io.dockerops.engine.port.TerminalSession;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The calls that connect this process with the main process of a container. */
final class MainProcessCalls {

    /** Docker lets go of a terminal at Ctrl-P Ctrl-Q, and so holds back each Ctrl-P that a shell knows; nobody types this. */
    private static final String LET_GO = "ctrl-@,ctrl-@,ctrl-@,ctrl-@,ctrl-@,ctrl-@";

    /** How long the last output may take after the end; the engine never ends the output of what did not run at all. */
    private static final int LAST_OUTPUT_MILLIS = 500;

    private final EngineApi api;
    private final ContainerCalls containers;

    MainProcessCalls(EngineApi api, ContainerCalls containers) {
        this.api = api;
        this.containers = containers;
    }

    int attach(String container, Streams streams, Consumer<TerminalSession.Control> control) {
        boolean terminal = containers.hasTerminal(container);
        ApiPath path = ApiPath.of("containers", container, "attach")
                .query("logs", "true")
                .query("stream", "true")
                .query("stdin", "true")
                .query("stdout", "true")
                .query("stderr", "true")
                .query("detachKeys", LET_GO);
        ExecutorService waiting = Executors.newSingleThreadExecutor(MainProcessCalls::waiter);
        try (Resizing resizing = new Resizing(api, "containers", container);
                Response response = api.hijack(path, null, streams.input())) {
            CompletableFuture<Integer> end = CompletableFuture.supplyAsync(() -> exitCode(container), waiting);
            CompletableFuture<Void> silence = end.thenRunAsync(
                    response::close, CompletableFuture.delayedExecutor(LAST_OUTPUT_MILLIS, TimeUnit.MILLISECONDS));
            control.accept(resizing);
            try {
                ProcessCalls.read(response, terminal, new Forwarded(streams.output(), streams.error()));
            } catch (EngineException e) {
                if (!silence.isDone()) {
                    throw e;
                }
            }
            return end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            waiting.shutdownNow();
        }
    }

    private int exitCode(String container) {
        ApiPath end = ApiPath.of("containers", container, "wait").query("condition", "not-running");
        return (int) JsonTree.number(JsonTree.object(api.post(end, null)), "StatusCode");
    }

    private static Thread waiter(Runnable work) {
        Thread thread = new Thread(work, "dockerops-wait");
        thread.setDaemon(true);
        return thread;
    }
}
