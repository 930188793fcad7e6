package io.dockerops.engine.model;

import io.dockerops.engine.problem.Mistake;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how an engine is reached. */
public final class HostText {

    private static final Pattern SERVER = Pattern.compile(
            "(?:([A-Za-z0-9_][A-Za-z0-9_.-]*)@)?([A-Za-z0-9][A-Za-z0-9._-]*|\\[[0-9a-fA-F:.]+])(?::(\\d{1,9}))?/?");
    private static final String FORM = "write `local`, `unix:///path`, `tcp://name:port` or `ssh://user@name`";

    private HostText() {}

    /**
     * The address that {@code text} says.
     *
     * @param certificates the folder of the certificates for TLS
     * @throws Mistake when it is none
     */
    public static HostAddress parse(String text, Optional<Path> certificates) {
        if (text.equals("local")) {
            return new HostAddress.Local();
        }
        int end = text.indexOf("://");
        String scheme = end < 0 ? "" : text.substring(0, end);
        String rest = end < 0 ? text : text.substring(end + 3);
        return switch (scheme) {
            case "unix" -> unix(text, rest);
            case "tcp" -> tcp(text, server(text, rest), certificates);
            case "ssh" -> ssh(server(text, rest));
            default -> throw new Mistake("`" + text + "` is not the address of an engine", FORM);
        };
    }

    private static HostAddress unix(String text, String path) {
        if (!path.startsWith("/")) {
            throw new Mistake("the socket of `" + text + "` must be an absolute path", "write `unix:///" + path + "`");
        }
        return new HostAddress.Unix(Path.of(path));
    }

    private static HostAddress tcp(String text, Matcher server, Optional<Path> certificates) {
        if (server.group(3) == null) {
            throw new Mistake(
                    "`" + text + "` has no port",
                    "2376 is usual with certificates and 2375 without: `" + text + ":2376`");
        }
        return new HostAddress.Tcp(server.group(2), Integer.parseInt(server.group(3)), certificates);
    }

    private static HostAddress ssh(Matcher server) {
        return new HostAddress.Ssh(
                Optional.ofNullable(server.group(1)),
                server.group(2),
                Optional.ofNullable(server.group(3)).map(Integer::valueOf));
    }

    private static Matcher server(String text, String rest) {
        Matcher matcher = SERVER.matcher(rest);
        if (!matcher.matches()) {
            throw new Mistake("`" + text + "` is not the address of an engine", FORM);
        }
        return matcher;
    }
}
