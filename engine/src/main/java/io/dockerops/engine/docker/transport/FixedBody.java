package io.dockerops.engine.docker.transport;

/** A body of known length. */
final class FixedBody extends ReplyBody {

    private final HttpConnection connection;
    private long left;

    FixedBody(HttpConnection connection, ConnectionPool pool, boolean keepsAlive, long length) {
        super(connection, pool, keepsAlive);
        this.connection = connection;
        this.left = length;
    }

    @Override
    boolean isComplete() {
        return left == 0;
    }

    @Override
    int more(byte[] target, int offset, int length) throws TransportException {
        int count = connection.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw connection.lost("the engine closed the connection " + left + " bytes before the announced end");
        }
        left -= count;
        return count;
    }
}
