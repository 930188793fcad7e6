package io.dockerops.cli.print;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where published ports are reached from this machine. */
public final class Endpoints {

    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::", "[::]", "");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "[::1]");
    private static final String LOCALHOST = "localhost";

    private Endpoints() {}

    /**
     * The endpoints of one container: {@code http://localhost:8080} where the container's port is usual for HTTP, else
     * {@code localhost:5432}. A port that listens on IPv4 and IPv6 is one endpoint.
     *
     * @param published its ports as the engine lists them: {@code 0.0.0.0:8080->80/tcp}; others are left out
     * @param host the name of the machine that it runs on
     */
    public static List<String> of(List<String> published, String host) {
        Set<String> endpoints = new LinkedHashSet<>();
        for (String text : published) {
            int arrow = text.indexOf("->");
            int colon = arrow < 0 ? -1 : text.lastIndexOf(':', arrow);
            int slash = arrow < 0 ? -1 : text.indexOf('/', arrow);
            if (colon >= 0 && slash >= 0) {
                String at = name(text.substring(0, colon), host) + ":" + text.substring(colon + 1, arrow);
                endpoints.add(endpoint(at, text.substring(arrow + 2, slash), text.substring(slash + 1)));
            }
        }
        return List.copyOf(endpoints);
    }

    private static String name(String address, String host) {
        if (EVERYWHERE.contains(address)) {
            return host;
        }
        return LOOPBACK.contains(address) ? LOCALHOST : address;
    }

    private static String endpoint(String at, String port, String protocol) {
        if (!protocol.equals("tcp")) {
            return at + "/" + protocol;
        }
        return switch (port) {
            case "80", "3000", "5000", "8000", "8080", "8081", "8888", "9000", "9090" -> "http://" + at;
            case "443", "8443" -> "https://" + at;
            default -> at;
        };
    }
}
