package io.dockerops.engine.docker;

import io.dockerops.engine.json.Json;
import io.dockerops.engine.model.HostAddress;
import io.dockerops.engine.port.EngineException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the engine of this machine may be, as Docker's own client finds it: {@code DOCKER_HOST}, else the current
 * context, else the sockets that are tried one after the other.
 */
final class LocalEngine {

    private static final int TLS_PORT = 2376;
    private static final int PLAIN_PORT = 2375;

    private final Map<String, String> environment;
    private final Path configFolder;
    private final List<Path> sockets;

    /**
     * @param environment the variables of this process
     * @param configFolder the folder of Docker's own {@code config.json}
     * @param sockets where an engine may be when nothing is set, the likeliest first
     */
    LocalEngine(Map<String, String> environment, Path configFolder, List<Path> sockets) {
        this.environment = environment;
        this.configFolder = configFolder;
        this.sockets = List.copyOf(sockets);
    }

    /**
     * The addresses to try, in order, at least one.
     *
     * @throws EngineException.Failed when what is set cannot be used
     */
    List<HostAddress> addresses() {
        String host = environment.getOrDefault("DOCKER_HOST", "");
        if (!host.isEmpty()) {
            return List.of(address(host, "DOCKER_HOST", certificates()));
        }
        String context = context();
        if (!context.isEmpty() && !context.equals("default")) {
            return List.of(ofContext(context));
        }
        return sockets.stream().<HostAddress>map(HostAddress.Unix::new).toList();
    }

    private Optional<Path> certificates() {
        if (environment.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty()) {
            return Optional.empty();
        }
        String folder = environment.getOrDefault("DOCKER_CERT_PATH", "");
        return Optional.of(folder.isEmpty() ? configFolder : Path.of(folder));
    }

    private String context() {
        String set = environment.getOrDefault("DOCKER_CONTEXT", "");
        return set.isEmpty() ? JsonTree.text(json(configFolder.resolve("config.json")), "currentContext") : set;
    }

    private HostAddress ofContext(String name) {
        String folder = sha256(name);
        Path contexts = configFolder.resolve("contexts");
        Map<String, Object> meta = json(contexts.resolve("meta").resolve(folder).resolve("meta.json"));
        Map<String, Object> endpoint = JsonTree.object(JsonTree.object(meta, "Endpoints"), "docker");
        String host = JsonTree.text(endpoint, "Host");
        if (host.isEmpty()) {
            throw new EngineException.Failed(
                    "Docker's context `" + name + "` has no engine",
                    "`docker context use default`, or set DOCKER_HOST");
        }
        Path tls = contexts.resolve("tls").resolve(folder).resolve("docker");
        return address(
                host, "Docker's context `" + name + "`", Files.isDirectory(tls) ? Optional.of(tls) : Optional.empty());
    }

    /** Docker's forms of an engine's address. */
    static HostAddress address(String text, String origin, Optional<Path> certificates) {
        try {
            URI uri = URI.create(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            return switch (scheme) {
                case "unix" -> new HostAddress.Unix(Path.of(text.substring("unix://".length())));
                case "tcp" -> new HostAddress.Tcp(host(uri), port(uri, certificates.isPresent()), certificates);
                case "ssh" ->
                    new HostAddress.Ssh(
                            Optional.ofNullable(uri.getUserInfo()),
                            host(uri),
                            uri.getPort() < 0 ? Optional.empty() : Optional.of(uri.getPort()));
                default -> throw new IllegalArgumentException("it begins with neither unix://, tcp:// nor ssh://");
            };
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new EngineException.Failed(
                    origin + " is `" + text + "`, which is no address of an engine: " + e.getMessage(),
                    "write unix:///path/to/docker.sock, tcp://host:port or ssh://user@host");
        }
    }

    private static String host(URI uri) {
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("it names no host");
        }
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI uri, boolean tls) {
        return uri.getPort() >= 0 ? uri.getPort() : tls ? TLS_PORT : PLAIN_PORT;
    }

    /** An empty object where there is no such file. */
    private static Map<String, Object> json(Path file) {
        try {
            return Files.exists(file) ? Json.object(Files.readString(file, StandardCharsets.UTF_8)) : Map.of();
        } catch (IOException | IllegalArgumentException e) {
            throw new EngineException.Failed("`" + file + "` cannot be read: " + e.getMessage(), e);
        }
    }

    /** How Docker's client names the folders of a context. */
    private static String sha256(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
