package io.dockerops.engine.docker.transport;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * An open connection to an engine: one byte stream in each direction.
 *
 * <p>One thread may read while another writes, and neither may hold up the other. Interrupting a thread that is blocked
 * in a stream ends its call with an exception; the connection is of no further use then.
 */
public interface ByteConnection extends Closeable {

    /**
     * What the engine sends. {@code available()} should tell what can be read without blocking: where it always says 0,
     * a reply that was closed just before its end costs its connection.
     */
    InputStream input();

    /** What the engine receives. Closing it is not the way to end the output: see {@link #finishOutput()}. */
    OutputStream output();

    /**
     * Tells the engine that no more bytes will come, while its own may still be read.
     *
     * @throws IOException when the connection has failed or cannot be closed in one direction
     */
    void finishOutput() throws IOException;

    /**
     * Whether a connection that nobody is using can't be used any more: the engine has closed it, or has sent bytes
     * that nobody asked for. Never blocks for long. The default is {@code false}: not known.
     */
    default boolean isStale() {
        return false;
    }

    /** Ends both directions at once. May be called by any thread, and unblocks those that read or write. */
    @Override
    void close();
}
