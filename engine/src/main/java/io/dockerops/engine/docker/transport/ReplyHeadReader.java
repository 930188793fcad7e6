package io.dockerops.engine.docker.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads status line and headers, within limits. */
final class ReplyHeadReader {

    /** For all lines of the heads of one reply together. Engines send less than 1 KiB. */
    static final int MAX_HEAD = 256 * 1024;

    private static final String PREFIX = "HTTP/1.";
    private static final int AFTER_STATUS = 12;
    private static final int TLS_ALERT = 0x15;
    private static final int MAX_EXCERPT = 60;

    private final HttpConnection connection;
    private int budget = MAX_HEAD;

    ReplyHeadReader(HttpConnection connection) {
        this.connection = connection;
    }

    /** The head of the final reply, past interim ones. */
    ReplyHead read() throws TransportException {
        ReplyHead head;
        do {
            String line = statusLine();
            int status = status(line);
            head = new ReplyHead(line.charAt(PREFIX.length()), status, headers());
        } while (head.isInterim());
        return head;
    }

    private String statusLine() throws TransportException {
        for (int i = 0; i < PREFIX.length(); i++) {
            int next = connection.read();
            if (next < 0) {
                throw connection.lost(
                        i == 0
                                ? "the engine closed the connection without an answer"
                                : "the engine closed the connection in the middle of the status line");
            }
            if (next != PREFIX.charAt(i)) {
                throw notHttp(next);
            }
        }
        return PREFIX.concat(line());
    }

    private int status(String line) throws TransportException {
        int status = 0;
        int first = PREFIX.length() + 2;
        boolean valid =
                line.length() == AFTER_STATUS || (line.length() > AFTER_STATUS && line.charAt(AFTER_STATUS) == ' ');
        for (int i = first; valid && i < AFTER_STATUS; i++) {
            char digit = line.charAt(i);
            valid = digit >= '0' && digit <= '9';
            status = status * 10 + digit - '0';
        }
        if (!valid || line.charAt(first - 1) != ' ' || status < 100) {
            throw connection.malformed("the status line \"" + excerpt(line) + "\" has no status");
        }
        return status;
    }

    /** The header lines up to the empty one; also used for the trailers of a chunked body. */
    Map<String, List<String>> headers() throws TransportException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0 || line.charAt(0) <= ' ') {
                throw connection.malformed("the line \"" + excerpt(line) + "\" is not a header");
            }
            String name = line.substring(0, colon).trim();
            List<String> values = headers.get(name);
            if (values == null) {
                values = new ArrayList<>(1);
                headers.put(name, values);
            }
            values.add(line.substring(colon + 1).trim());
        }
        return headers;
    }

    private String line() throws TransportException {
        if (budget <= 0) {
            throw connection.malformed("the headers are longer than the limit of " + MAX_HEAD + " bytes");
        }
        String line = connection.readLine(budget);
        budget -= line.length() + 2;
        return line;
    }

    private TransportException notHttp(int next) throws TransportException {
        if (next == TLS_ALERT) {
            return connection.malformed("the engine wants TLS");
        }
        StringBuilder seen = new StringBuilder().append((char) next);
        while (seen.length() < MAX_EXCERPT && connection.isReady()) {
            int more = connection.read();
            if (more < 0) {
                break;
            }
            seen.append((char) more);
        }
        return connection.malformed("what answers does not speak HTTP/1.1, it says \"" + excerpt(seen) + "\"");
    }

    /** The beginning of what the other side sent, fit for a terminal. */
    private static String excerpt(CharSequence text) {
        StringBuilder excerpt = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), MAX_EXCERPT); i++) {
            char each = text.charAt(i);
            excerpt.append(each < ' ' || each > '~' ? '?' : each);
        }
        return excerpt.toString();
    }
}
