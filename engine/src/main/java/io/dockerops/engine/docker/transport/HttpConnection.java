package io.dockerops.engine.docker.transport;

import io.dockerops.engine.docker.transport.TransportException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A connection with a read buffer and read timeouts, whose failures are {@link TransportException}s.
 *
 * <p>Belongs to one exchange at a time. {@link #end} may come from any thread.
 */
final class HttpConnection {

    private static final int BUFFER_SIZE = 16 * 1024;

    private final ByteConnection bytes;
    private final InputStream input;
    private final OutputStream output;
    private final String address;
    private final Alarm alarm;
    private final AtomicReference<@Nullable Reason> ended = new AtomicReference<>();

    private final Runnable silence = new Silence();

    private final byte[] buffer = new byte[BUFFER_SIZE];
    private int position;
    private int limit;

    private String request = "";
    private Optional<Duration> readTimeout = Optional.empty();
    private boolean answered;
    private boolean reused;
    private long idleSince;

    HttpConnection(ByteConnection bytes, String address, Alarm alarm) {
        this.bytes = bytes;
        this.input = bytes.input();
        this.output = bytes.output();
        this.address = address;
        this.alarm = alarm;
    }

    /**
     * Begins an exchange.
     *
     * @param methodAndPath for messages
     */
    void begin(String methodAndPath, Optional<Duration> timeout) {
        request = methodAndPath;
        readTimeout = timeout;
        answered = false;
    }

    /** From now on waits for bytes are no longer than this. */
    void limitReads(Duration timeout) {
        readTimeout = Optional.of(timeout);
    }

    /** Method and path of the exchange. */
    String request() {
        return request;
    }

    /** Whether at least one byte of the reply to this exchange has come. */
    boolean answered() {
        return answered;
    }

    /** Whether the connection has served an exchange before this one. */
    boolean reused() {
        return reused;
    }

    void idle(long now) {
        idleSince = now;
        reused = true;
    }

    /**
     * Whether an idle connection is no good for another exchange.
     *
     * @param trusted nanoseconds of idleness up to which the connection is believed without a look
     */
    boolean isStale(long now, long trusted) {
        return ended.get() != null || position < limit || (now - idleSince > trusted && bytes.isStale());
    }

    /** Ends the connection; whoever reads or writes gets this reason, unless there is an earlier one. */
    void end(Reason reason) {
        ended.compareAndSet(null, reason);
        bytes.close();
    }

    /** The next byte of the reply, or -1 at the end of the stream. */
    int read() throws TransportException {
        if (position == limit && !fill()) {
            return -1;
        }
        return buffer[position++] & 0xff;
    }

    /** As {@link InputStream#read(byte[], int, int)}, for a positive length. */
    int read(byte[] target, int offset, int length) throws TransportException {
        if (position == limit) {
            if (length >= BUFFER_SIZE) {
                return receive(target, offset, length);
            }
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    /** Whether {@link #read()} would return without waiting, as far as that is known. */
    boolean isReady() {
        try {
            return position < limit || input.available() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * A line of a head or between chunks, without its end.
     *
     * @param maxLength in bytes; a longer line is refused
     */
    String readLine(int maxLength) throws TransportException {
        StringBuilder line = new StringBuilder(64);
        int next = read();
        while (next != '\n') {
            if (next < 0) {
                throw lost("the engine closed the connection in the middle of a line");
            }
            if (line.length() >= maxLength) {
                throw malformed("a line of the reply is longer than the limit of " + maxLength + " bytes");
            }
            line.append((char) next);
            next = read();
        }
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        return line.toString();
    }

    void write(byte[] source, int offset, int length) throws TransportException {
        try {
            output.write(source, offset, length);
            output.flush();
        } catch (IOException e) {
            throw failure("while sending ", e);
        }
        Reason reason = ended.get();
        if (reason != null) {
            throw ended(reason, "while sending ", null);
        }
    }

    /** Closes the direction to the engine. */
    void finishOutput() throws TransportException {
        try {
            bytes.finishOutput();
        } catch (IOException e) {
            throw failure("while ending the input of ", e);
        }
    }

    TransportException malformed(String what) {
        return new TransportException(Reason.MALFORMED_REPLY, address, what + ", in the reply to " + request, null);
    }

    TransportException lost(String what) {
        return new TransportException(Reason.CONNECTION_LOST, address, what + ", in the reply to " + request, null);
    }

    /** The failure of a read from a body that was closed, for the request that it belonged to. */
    TransportException closed(String ofRequest) {
        return new TransportException(Reason.CLOSED, address, "the reply to " + ofRequest + " has been closed", null);
    }

    TransportException bodyFailed(Exception cause) {
        if (Thread.currentThread().isInterrupted()) {
            return ended(Reason.INTERRUPTED, "while sending ", cause);
        }
        String what = "the input of " + request + " cannot be read (" + cause.getMessage() + ")";
        return new TransportException(Reason.REQUEST_BODY_FAILED, address, what, cause);
    }

    private boolean fill() throws TransportException {
        position = 0;
        limit = 0;
        int count = receive(buffer, 0, BUFFER_SIZE);
        limit = Math.max(0, count);
        return count > 0;
    }

    private int receive(byte[] target, int offset, int length) throws TransportException {
        Alarm.Wait wait = null;
        if (readTimeout.isPresent()) {
            wait = alarm.start(readTimeout.get(), silence);
        }
        int count = -1;
        IOException failure = null;
        try {
            count = input.read(target, offset, length);
        } catch (IOException e) {
            failure = e;
        }
        if (wait != null && !wait.stop()) {
            throw ended(Reason.READ_TIMED_OUT, "while waiting for the reply to ", failure);
        }
        if (failure != null) {
            throw failure("while waiting for the reply to ", failure);
        }
        Reason reason = ended.get();
        if (count < 0 && reason != null) {
            // Streams other than channels may end, rather than fail, when their connection is closed.
            throw ended(reason, "while waiting for the reply to ", null);
        }
        answered |= count > 0;
        return count;
    }

    private TransportException failure(String during, IOException cause) {
        Reason reason = ended.get();
        return ended(reason == null ? Failures.reason(cause) : reason, during, cause);
    }

    private TransportException ended(Reason reason, String during, @Nullable Exception cause) {
        String what = Failures.text(reason, cause);
        if (reason == Reason.READ_TIMED_OUT && readTimeout.isPresent()) {
            what = "the engine sent nothing for " + Durations.text(readTimeout.get());
        }
        return new TransportException(reason, address, what + ' ' + during + request, cause);
    }

    /** Not a lambda: see the package's description. */
    private final class Silence implements Runnable {

        @Override
        public void run() {
            end(Reason.READ_TIMED_OUT);
        }
    }
}
