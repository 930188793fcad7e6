package io.dockerops.engine.docker.transport;

/** A body in chunks. Extensions of chunks and trailers are read and ignored. */
final class ChunkedBody extends ReplyBody {

    private static final int MAX_LINE = 4 * 1024;

    /** A size of more digits would not fit into a long. */
    private static final int MAX_DIGITS = 15;

    private final HttpConnection connection;
    private boolean first = true;
    private boolean complete;
    private long left;

    ChunkedBody(HttpConnection connection, ConnectionPool pool, boolean keepsAlive) {
        super(connection, pool, keepsAlive);
        this.connection = connection;
    }

    @Override
    boolean isComplete() {
        return complete;
    }

    @Override
    int more(byte[] target, int offset, int length) throws TransportException {
        if (left == 0) {
            nextChunk();
        }
        if (complete) {
            return -1;
        }
        int count = connection.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw connection.lost("the engine closed the connection in the middle of a chunk");
        }
        left -= count;
        return count;
    }

    /** The line end after a chunk is read here and not with the chunk: the bytes before it shall not wait for it. */
    private void nextChunk() throws TransportException {
        if (!first && !connection.readLine(MAX_LINE).isEmpty()) {
            throw connection.malformed("a chunk is longer than announced");
        }
        first = false;
        left = size(connection.readLine(MAX_LINE));
        if (left == 0) {
            new ReplyHeadReader(connection).headers();
            complete = true;
        }
    }

    private long size(String line) throws TransportException {
        long size = 0;
        int digits = 0;
        while (digits < line.length() && Character.digit(line.charAt(digits), 16) >= 0) {
            size = size * 16 + Character.digit(line.charAt(digits), 16);
            digits++;
            if (digits > MAX_DIGITS) {
                throw connection.malformed("a chunk's size has too many digits");
            }
        }
        String rest = line.substring(digits).trim();
        if (digits == 0 || !(rest.isEmpty() || rest.charAt(0) == ';')) {
            throw connection.malformed("a chunk does not begin with its size");
        }
        return size;
    }
}
