package io.dockerops.engine.docker.transport;

import org.jspecify.annotations.Nullable;

/** A body that lasts until the engine closes the connection: raw streams, hijacked ones with their input. */
final class RawBody extends ReplyBody {

    private final HttpConnection connection;
    private final @Nullable InputPump input;

    /**
     * @param input feeds the connection as long as the body is read; null when there is nothing to send
     */
    RawBody(HttpConnection connection, ConnectionPool pool, @Nullable InputPump input) {
        super(connection, pool, false);
        this.connection = connection;
        this.input = input;
    }

    @Override
    int more(byte[] target, int offset, int length) throws TransportException {
        try {
            return connection.read(target, offset, length);
        } catch (TransportException e) {
            throw input == null ? e : input.failureOr(e);
        }
    }

    @Override
    void released() {
        if (input != null) {
            input.stop();
        }
    }
}
