package io.dockerops.engine.docker;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Path and query of a request, whose parts may contain anything. Not thread-safe. */
final class ApiPath {

    private static final int NANO_DIGITS = 9;

    private final StringBuilder text = new StringBuilder();
    private boolean hasQuery;

    private ApiPath() {}

    /** A path of {@code segments}. */
    static ApiPath of(String... segments) {
        ApiPath path = new ApiPath();
        for (String segment : segments) {
            path.text.append('/').append(encoded(segment));
        }
        return path;
    }

    /** A path about an image: the engine takes the slashes of its name as they are. */
    static ApiPath ofImage(String reference, String... more) {
        ApiPath path = of("images");
        for (String segment : reference.split("/", -1)) {
            path.text.append('/').append(encoded(segment));
        }
        for (String segment : more) {
            path.text.append('/').append(encoded(segment));
        }
        return path;
    }

    /** Adds a parameter. */
    ApiPath query(String name, String value) {
        text.append(hasQuery ? '&' : '?').append(name).append('=').append(encoded(value));
        hasQuery = true;
        return this;
    }

    /** Seconds since 1970 with their fraction, as the engine takes them. */
    static String seconds(Instant time) {
        String nanos = String.valueOf(time.getNano());
        return time.getEpochSecond() + "." + "0".repeat(NANO_DIGITS - nanos.length()) + nanos;
    }

    private static String encoded(String part) {
        for (int i = 0; i < part.length(); i++) {
            if (!isPlain(part.charAt(i))) {
                // For forms, where a blank is a plus sign, which in a path is only a plus sign.
                return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
            }
        }
        return part;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~:".indexOf(c) >= 0;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
