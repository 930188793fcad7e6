package io.dockerops.engine.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.dockerops.engine.docker.transport.TransportException.Reason;
import java.io.InputStream;

/** One request on one connection, up to the head of the reply. */
final class Attempt {

    private final OutgoingRequest request;
    private final HttpConnection connection;
    private final ConnectionPool pool;
    private boolean sent;

    Attempt(OutgoingRequest request, HttpConnection connection, ConnectionPool pool) {
        this.request = request;
        this.connection = connection;
        this.pool = pool;
    }

    /** The reply; when there is none, the connection is dropped. */
    Response run(ReadTimeouts timeouts) throws TransportException {
        boolean answered = false;
        try {
            connection.begin(request.summary(), timeouts.of(request.method(), request.path()));
            ReplyHead head = sendAndReadHead();
            Response response = new StreamResponse(head, body(head).begun());
            answered = true;
            return response;
        } finally {
            if (!answered) {
                pool.drop(connection, Reason.CLOSED);
            }
        }
    }

    /**
     * Whether the same request may be sent again on a new connection.
     *
     * <p>A connection from the pool may have been closed by the engine just before it was used, which says nothing about
     * the engine now. A new connection that fails does. A request without effects is repeated in that case. One with
     * effects is repeated only when it could not be written as a whole: an engine does not act on half a head or half a
     * body. Once it has been written, an engine that says nothing may have died of it or after it, and carrying out
     * twice what was asked for once (a second exec, a second container without a name) is worse than an error that says
     * what is not known. Staleness that can be seen is seen when the connection is taken, so this is rare.
     */
    boolean mayBeRepeatedAfter(TransportException failure) {
        return failure.reason() == Reason.CONNECTION_LOST
                && connection.reused()
                && !connection.answered()
                && request.isRepeatable()
                && (request.isSafe() || !sent);
    }

    private ReplyHead sendAndReadHead() throws TransportException {
        TransportException broken = null;
        try {
            request.writeTo(connection);
            sent = true;
        } catch (TransportException e) {
            if (e.reason() != Reason.CONNECTION_LOST) {
                throw e;
            }
            broken = e;
        }
        try {
            // Also after a failed write: an engine that refuses an upload says why and hangs up before its end.
            return new ReplyHeadReader(connection).read();
        } catch (TransportException e) {
            if (broken == null || e.reason() != Reason.CONNECTION_LOST) {
                throw e;
            }
            throw broken;
        }
    }

    private ReplyBody body(ReplyHead head) throws TransportException {
        boolean keepsAlive = sent && head.keepsAlive();
        InputStream input = request.hijackedInput();
        if (head.status() == ReplyHead.SWITCHING_PROTOCOLS) {
            if (input == null) {
                throw connection.malformed("the engine switched protocols, which it had not been asked for");
            }
            return hijacked(input);
        }
        if (request.method().equals("HEAD") || head.excludesBody()) {
            return new FixedBody(connection, pool, keepsAlive, 0);
        }
        String coding = head.all("transfer-encoding");
        if (!coding.isEmpty()) {
            if (!coding.equals("chunked")) {
                throw connection.malformed("the transfer coding \"" + coding + "\" was not asked for");
            }
            return new ChunkedBody(connection, pool, keepsAlive);
        }
        String length = head.all("content-length");
        if (!length.isEmpty()) {
            return new FixedBody(connection, pool, keepsAlive, length(length));
        }
        // Engines that know no upgrade, or a proxy that dropped it: the raw stream follows a plain 200.
        return input != null && head.status() == ReplyHead.OK ? hijacked(input) : new RawBody(connection, pool, null);
    }

    private ReplyBody hijacked(InputStream input) {
        return new RawBody(connection, pool, new InputPump(input, connection).started());
    }

    private long length(String text) throws TransportException {
        try {
            long length = Long.parseLong(text);
            if (length >= 0 && text.charAt(0) != '+') {
                return length;
            }
        } catch (NumberFormatException e) {
            // Reported below, as all that is no length.
        }
        throw connection.malformed("the content length \"" + text + "\" is not a number of bytes");
    }
}
