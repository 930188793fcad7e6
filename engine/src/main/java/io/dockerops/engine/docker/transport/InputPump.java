package io.dockerops.engine.docker.transport;

import io.dockerops.engine.docker.transport.TransportException.Reason;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Copies the standard input of a hijacked exchange to the engine, on a thread of its own, and closes that direction at
 * its end.
 *
 * <p>The caller's stream is not closed. A thread that is blocked in it is interrupted when the exchange ends, but
 * {@link System#in} does not listen to that: there the thread, a daemon, waits for the next input and drops it.
 */
final class InputPump implements Runnable {

    private static final int BUFFER_SIZE = 8 * 1024;

    private final InputStream source;
    private final HttpConnection connection;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable TransportException failure;

    InputPump(InputStream source, HttpConnection connection) {
        this.source = source;
        this.connection = connection;
        this.thread = new Thread(this, "dockerops-input");
        thread.setDaemon(true);
    }

    InputPump started() {
        thread.start();
        return this;
    }

    void stop() {
        stopped = true;
        thread.interrupt();
    }

    /** What broke the input off, which then also broke off the reply; else the failure of the reply. */
    TransportException failureOr(TransportException ofReply) {
        TransportException ofInput = failure;
        return ofInput == null ? ofReply : ofInput;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[BUFFER_SIZE];
        try {
            for (int count = next(buffer); count >= 0 && !stopped; count = next(buffer)) {
                connection.write(buffer, 0, count);
            }
            if (!stopped) {
                connection.finishOutput();
            }
        } catch (TransportException e) {
            // A process may end before its input does, which is no failure: what the engine sends tells. But an input
            // that breaks off must not pass for one that ends.
            if (!stopped && e.reason() == Reason.REQUEST_BODY_FAILED) {
                failure = e;
                connection.end(Reason.REQUEST_BODY_FAILED);
            }
        }
    }

    private int next(byte[] buffer) throws TransportException {
        try {
            return source.read(buffer);
        } catch (IOException | RuntimeException e) {
            throw connection.bodyFailed(e);
        }
    }
}
