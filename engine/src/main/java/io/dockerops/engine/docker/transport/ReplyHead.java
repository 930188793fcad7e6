package io.dockerops.engine.docker.transport;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Status and headers of a reply.
 *
 * @param version the digit after {@code HTTP/1.}
 * @param headers by name in any case; the values of one name in the order in which they came
 */
record ReplyHead(char version, int status, Map<String, List<String>> headers) {

    static final int OK = 200;
    static final int SWITCHING_PROTOCOLS = 101;

    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    ReplyHead {
        headers = Collections.unmodifiableMap(headers);
    }

    /** Whether another reply follows for the same request. */
    boolean isInterim() {
        return status < OK && status != SWITCHING_PROTOCOLS;
    }

    /** Whether no body follows, whatever the headers say. */
    boolean excludesBody() {
        return status == NO_CONTENT || status == NOT_MODIFIED;
    }

    /** Whether the connection may serve another exchange once this reply's body has ended. */
    boolean keepsAlive() {
        return version != '0' && !has("connection", "close");
    }

    /** Whether a header that is a comma-separated list, such as {@code Connection}, has an element. */
    boolean has(String header, String element) {
        String all = all(header);
        if (all.isEmpty()) {
            return false;
        }
        for (String each : all.split(",")) {
            if (each.trim().equals(element)) {
                return true;
            }
        }
        return false;
    }

    /** The values of a header in lower case, separated by commas; empty when there is none. */
    String all(String header) {
        List<String> values = headers.get(header);
        if (values == null) {
            return "";
        }
        return String.join(",", values).toLowerCase(Locale.ROOT);
    }
}
