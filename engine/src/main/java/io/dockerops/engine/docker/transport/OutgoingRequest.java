package io.dockerops.engine.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request as bytes, written as often as its body allows. */
final class OutgoingRequest {

    /** How a body is delimited is decided here, and nothing of the rest is supported. */
    private static final Set<String> OWN_HEADERS = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final byte[] NO_BYTES = new byte[0];
    private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};
    private static final int CHUNK_SIZE = 32 * 1024;

    /** Up to eight hexadecimal digits and a line end. */
    private static final int CHUNK_HEAD = 10;

    private final String method;
    private final String path;
    private final byte @Nullable [] bytes;
    private final @Nullable InputStream stream;
    private final @Nullable InputStream hijackedInput;
    private final byte[] head;
    private boolean streamTouched;

    /**
     * @throws IllegalArgumentException when method, path or a header can't stand in an HTTP head
     */
    OutgoingRequest(Request request, String host) {
        method = checked(request.method(), '!');
        path = checked(request.path(), '!');
        bytes = request.bodyBytes();
        stream = bytes == null ? request.body() : null;
        hijackedInput = request.hijackedInput();
        head = head(request, host);
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    @Nullable
    InputStream hijackedInput() {
        return hijackedInput;
    }

    /** Method and path for messages, without the query: build arguments in it may be secrets. */
    String summary() {
        int query = path.indexOf('?');
        String shown = query < 0 ? path : path.substring(0, query);
        return method.concat(" ").concat(shown);
    }

    /** Whether carrying it out twice does the same as once, and has no effect at all. */
    boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    /** Whether it can be written again. */
    boolean isRepeatable() {
        return !streamTouched;
    }

    void writeTo(HttpConnection connection) throws TransportException {
        connection.write(head, 0, head.length);
        if (stream != null) {
            streamTouched = true;
            writeChunks(stream, connection);
        }
    }

    private void writeChunks(InputStream source, HttpConnection connection) throws TransportException {
        byte[] frame = new byte[CHUNK_HEAD + CHUNK_SIZE + 2];
        int count = next(source, frame, connection);
        while (count >= 0) {
            if (count > 0) {
                int start = putSize(frame, count);
                int end = CHUNK_HEAD + count;
                frame[end] = '\r';
                frame[end + 1] = '\n';
                connection.write(frame, start, end + 2 - start);
            }
            count = next(source, frame, connection);
        }
        connection.write(LAST_CHUNK, 0, LAST_CHUNK.length);
    }

    private static int next(InputStream source, byte[] frame, HttpConnection connection) throws TransportException {
        try {
            return source.read(frame, CHUNK_HEAD, CHUNK_SIZE);
        } catch (IOException e) {
            throw connection.bodyFailed(e);
        }
    }

    /** Writes the size so that it ends where the data begin; returns where it begins. */
    private static int putSize(byte[] frame, int size) {
        int start = CHUNK_HEAD;
        frame[--start] = '\n';
        frame[--start] = '\r';
        for (int rest = size; rest > 0; rest >>= 4) {
            frame[--start] = (byte) Character.forDigit(rest & 0xf, 16);
        }
        return start;
    }

    /** The head, with the body when that is in memory already: one write, and mostly one packet. */
    private byte[] head(Request request, String host) {
        StringBuilder text = new StringBuilder(512);
        text.append(method).append(' ').append(path).append(" HTTP/1.1\r\n");
        append(text, "Host", host);
        for (Map.Entry<String, String> each : request.headers().entrySet()) {
            String name = checked(each.getKey(), '!');
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                append(text, name, checked(each.getValue(), ' '));
            }
        }
        if (hijackedInput != null) {
            append(text, "Connection", "Upgrade");
            append(text, "Upgrade", "tcp");
        }
        byte[] body = bytes == null ? NO_BYTES : bytes;
        if (stream != null) {
            append(text, "Transfer-Encoding", "chunked");
        } else if (bytes != null || !isSafe()) {
            append(text, "Content-Length", Integer.toString(body.length));
        }
        byte[] lines = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[lines.length + body.length];
        System.arraycopy(lines, 0, all, 0, lines.length);
        System.arraycopy(body, 0, all, lines.length, body.length);
        return all;
    }

    private static void append(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append("\r\n");
    }

    /** A line end in a path or header would smuggle in further headers or a second request. */
    private static String checked(String part, char lowest) {
        boolean valid = !part.isEmpty() || lowest == ' ';
        for (int i = 0; valid && i < part.length(); i++) {
            valid = part.charAt(i) >= lowest && part.charAt(i) <= '~';
        }
        if (!valid) {
            throw new IllegalArgumentException("\"" + part.replace('\r', '?').replace('\n', '?')
                    + "\" cannot stand in the head of an HTTP request");
        }
        return part;
    }
}
