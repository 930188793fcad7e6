package io.dockerops.engine.docker.transport;

import io.dockerops.engine.docker.transport.TransportException.Reason;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The body of a reply. When it has been read to its end the connection goes back to the pool; when it is closed before,
 * the connection ends, unless just a few bytes were left and have arrived already.
 *
 * <p>One thread reads. Any thread may close, which ends the reader's call with {@link Reason#CLOSED}.
 */
abstract class ReplyBody extends InputStream {

    /**
     * JSON readers stop at the closing bracket, before the line end and the last chunk that still follow it: without
     * taking these away hardly any connection would be used twice.
     */
    private static final int MAX_DRAINED = 4 * 1024;

    /** For the unlikely case that the rest has arrived in part only. */
    private static final Duration DRAIN_PATIENCE = Duration.ofMillis(500);

    private final HttpConnection connection;
    private final ConnectionPool pool;
    private final boolean keepsAlive;
    private final String request;

    private final ReentrantLock reading = new ReentrantLock();

    /** Until the connection has been given back or dropped: afterwards it may be serving somebody else. */
    private final AtomicBoolean owning = new AtomicBoolean(true);

    private volatile boolean closed;
    private boolean ended;
    private @Nullable TransportException failure;

    ReplyBody(HttpConnection connection, ConnectionPool pool, boolean keepsAlive) {
        this.connection = connection;
        this.pool = pool;
        this.keepsAlive = keepsAlive;
        this.request = connection.request();
    }

    /** Reads at least one byte of the body, or -1 at its end. The length is positive. */
    abstract int more(byte[] target, int offset, int length) throws TransportException;

    /** Whether the end is known to be reached without asking for more. */
    boolean isComplete() {
        return false;
    }

    /** Called once, when no more will be read. */
    void released() {}

    @Override
    public final int read() throws TransportException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final int read(byte[] target, int offset, int length) throws TransportException {
        Objects.checkFromIndexSize(offset, length, target.length);
        reading.lock();
        try {
            if (closed) {
                throw connection.closed(request);
            }
            return length == 0 ? 0 : readNext(target, offset, length);
        } finally {
            reading.unlock();
        }
    }

    /** Gives the connection back at once when there is no body at all. */
    final ReplyBody begun() {
        if (isComplete()) {
            ended = true;
            end(keepsAlive);
        }
        return this;
    }

    /** Idempotent; never waits for long. */
    @Override
    public final void close() {
        closed = true;
        if (!reading.tryLock()) {
            end(false);
            return;
        }
        try {
            if (owning.get()) {
                end(keepsAlive && drained());
            }
        } finally {
            reading.unlock();
        }
    }

    private int readNext(byte[] target, int offset, int length) throws TransportException {
        if (failure != null) {
            throw failure;
        }
        if (ended) {
            return -1;
        }
        try {
            int count = more(target, offset, length);
            if (count < 0 || isComplete()) {
                ended = true;
                end(keepsAlive);
            }
            return count;
        } catch (TransportException e) {
            failure = e;
            end(false);
            throw e;
        }
    }

    private boolean drained() {
        byte[] rest = new byte[MAX_DRAINED];
        int budget = MAX_DRAINED;
        connection.limitReads(DRAIN_PATIENCE);
        try {
            while (budget > 0 && connection.isReady()) {
                int count = more(rest, 0, budget);
                if (count < 0 || isComplete()) {
                    return true;
                }
                budget -= count;
            }
        } catch (TransportException e) {
            // Nobody waits for these bytes: the connection ends, and that is all.
        }
        return false;
    }

    private void end(boolean reusable) {
        if (!owning.compareAndSet(true, false)) {
            return;
        }
        released();
        if (reusable) {
            pool.giveBack(connection);
        } else {
            pool.drop(connection, Reason.CLOSED);
        }
    }
}
