package io.dockerops.engine.docker.transport;

import io.dockerops.engine.docker.transport.TransportException.Reason;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one engine. As many as there are exchanges at once; of those that fall idle a limited number is
 * kept, and the one used last is used first.
 */
final class ConnectionPool {

    /** Long enough for a burst of requests to skip the look at each connection, too short for an engine to restart. */
    private static final long TRUSTED_NANOS = 50_000_000;

    private final Dialer dialer;
    private final int maxIdle;
    private final Alarm alarm = new Alarm();
    private final Deque<HttpConnection> idle = new ArrayDeque<>();
    private final Set<HttpConnection> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean closed;

    ConnectionPool(Dialer dialer, int maxIdle) {
        this.dialer = dialer;
        this.maxIdle = maxIdle;
    }

    /** A connection that is idle and seems alive, else a new one. */
    HttpConnection take() throws TransportException {
        long now = System.nanoTime();
        HttpConnection connection = nextIdle();
        while (connection != null) {
            if (!connection.isStale(now, TRUSTED_NANOS)) {
                return connection;
            }
            drop(connection, Reason.CONNECTION_LOST);
            connection = nextIdle();
        }
        return dial();
    }

    /** A new connection. */
    HttpConnection dial() throws TransportException {
        ByteConnection bytes;
        try {
            bytes = dialer.dial();
        } catch (TransportException e) {
            throw e;
        } catch (IOException e) {
            Reason reason = Thread.currentThread().isInterrupted() ? Reason.INTERRUPTED : Reason.UNREACHABLE;
            throw new TransportException(reason, dialer.address(), "cannot connect (" + e.getMessage() + ")", e);
        }
        HttpConnection connection = new HttpConnection(bytes, dialer.address(), alarm);
        if (!register(connection)) {
            connection.end(Reason.CLOSED);
            throw closedException();
        }
        return connection;
    }

    /** Keeps a connection whose exchange is over for the next one, or ends it when enough are kept. */
    void giveBack(HttpConnection connection) {
        connection.idle(System.nanoTime());
        synchronized (this) {
            if (!closed && idle.size() < maxIdle) {
                idle.addFirst(connection);
                return;
            }
        }
        drop(connection, Reason.CLOSED);
    }

    /** Ends a connection; without effect on one that has been dropped before. */
    void drop(HttpConnection connection, Reason reason) {
        synchronized (this) {
            open.remove(connection);
        }
        connection.end(reason);
    }

    /** Ends all connections, busy ones too, and refuses new ones. */
    void close() {
        List<HttpConnection> ending;
        synchronized (this) {
            closed = true;
            ending = new ArrayList<>(open);
            open.clear();
            idle.clear();
        }
        for (HttpConnection each : ending) {
            each.end(Reason.CLOSED);
        }
    }

    private synchronized boolean register(HttpConnection connection) {
        if (!closed) {
            open.add(connection);
        }
        return !closed;
    }

    private synchronized @Nullable HttpConnection nextIdle() throws TransportException {
        if (closed) {
            throw closedException();
        }
        return idle.pollFirst();
    }

    private TransportException closedException() {
        return new TransportException(Reason.CLOSED, dialer.address(), "the client is closed", null);
    }
}
