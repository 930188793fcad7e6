package io.dockerops.engine.docker;

import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.TerminalSession;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells the engine how large the terminal of a process is. On a thread of its own: the engine answers only when the process
 * runs, and after 10 seconds when it cannot.
 */
final class Resizing implements TerminalSession.Control, AutoCloseable {

    /** Once the process has ended nobody needs to know how large its terminal is. */
    private static final RejectedExecutionHandler TOO_LATE = new ThreadPoolExecutor.DiscardPolicy();

    private final EngineApi api;
    private final String kind;
    private final String id;
    private final ExecutorService thread =
            new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Resizing::resizer, TOO_LATE);

    /**
     * @param kind {@code exec} or {@code containers}
     * @param id which one
     */
    Resizing(EngineApi api, String kind, String id) {
        this.api = api;
        this.kind = kind;
        this.id = id;
    }

    @Override
    public void resize(int rows, int columns) {
        thread.execute(() -> tell(rows, columns));
    }

    private void tell(int rows, int columns) {
        ApiPath path =
                ApiPath.of(kind, id, "resize").query("h", String.valueOf(rows)).query("w", String.valueOf(columns));
        try {
            api.post(path, null);
        } catch (EngineException e) {
            // The process has just ended, or the connection has, which the output's reader finds out too.
        }
    }

    private static Thread resizer(Runnable work) {
        Thread thread = new Thread(work, "dockerops-resize");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
