package io.dockerops.engine.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient;
import io.dockerops.engine.docker.transport.TransportException.Reason;
import java.io.UncheckedIOException;

/**
 * docker-java's transport over the byte streams of a {@link Dialer}: a small HTTP/1.1 client.
 *
 * <p>Any number of threads may use it at once, each on a connection of its own; connections are used again. The body of
 * a {@link Response} is read by one thread and may be closed by any. Interrupting a thread in {@link #execute} or in the
 * read of a body ends the call with a {@link TransportException}. {@link #close} ends everything that is under way, save
 * that a thread just connecting notices only once it is connected.
 *
 * <p>Request bodies given as streams are sent in chunks and never held in memory. They are the caller's to close, as is
 * {@link Request#hijackedInput()}. The headers that delimit bodies and govern connections are set here; callers' are
 * left out.
 */
public final class StreamHttpClient implements DockerHttpClient {

    /** As many as requests are likely to run at once. */
    private static final int MAX_IDLE = 16;

    private final Dialer dialer;
    private final ReadTimeouts readTimeouts;
    private final ConnectionPool pool;

    /** Without read timeouts, and with up to 16 idle connections. */
    public StreamHttpClient(Dialer dialer) {
        this(dialer, ReadTimeouts.NONE);
    }

    /** With up to 16 idle connections. */
    public StreamHttpClient(Dialer dialer, ReadTimeouts readTimeouts) {
        this(dialer, readTimeouts, MAX_IDLE);
    }

    /**
     * @param maxIdle how many connections that are not in use are kept open, from 0; the number in use has no limit
     */
    public StreamHttpClient(Dialer dialer, ReadTimeouts readTimeouts, int maxIdle) {
        if (maxIdle < 0) {
            throw new IllegalArgumentException("The number of idle connections " + maxIdle + " is negative");
        }
        this.dialer = dialer;
        this.readTimeouts = readTimeouts;
        this.pool = new ConnectionPool(dialer, maxIdle);
    }

    /**
     * Sends a request and waits for the head of its reply, of whatever status.
     *
     * @throws UncheckedIOException with a {@link TransportException} as its cause, when there is no reply
     * @throws IllegalArgumentException when path or headers contain what HTTP does not allow
     */
    @Override
    public Response execute(Request request) {
        OutgoingRequest outgoing = new OutgoingRequest(request, dialer.hostHeader());
        try {
            return exchange(outgoing);
        } catch (TransportException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all exchanges with {@link Reason#CLOSED}, idle connections too, and refuses further requests. */
    @Override
    public void close() {
        pool.close();
    }

    private Response exchange(OutgoingRequest request) throws TransportException {
        if (Thread.currentThread().isInterrupted()) {
            throw new TransportException(
                    Reason.INTERRUPTED, dialer.address(), "interrupted before ".concat(request.summary()), null);
        }
        Attempt first = new Attempt(request, pool.take(), pool);
        try {
            return first.run(readTimeouts);
        } catch (TransportException e) {
            if (!first.mayBeRepeatedAfter(e)) {
                throw e;
            }
        }
        return new Attempt(request, pool.dial(), pool).run(readTimeouts);
    }
}
