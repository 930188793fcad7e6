package io.dockerops.engine.docker;

import io.dockerops.engine.json.Json;
import io.dockerops.engine.port.Cancelled;
import io.dockerops.engine.port.EngineException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What this user may show to registries, from {@code config.json} of Docker's own client: what {@code docker login} left
 * there, or in the helper programs that it names. docker-java reads the first and not the second.
 */
final class RegistryCredentials {

    /** Docker Hub's name in Docker's configuration. */
    static final String DOCKER_HUB = "https://index.docker.io/v1/";

    /** What a helper gives as user when the secret is a token. */
    private static final String TOKEN_USER = "<token>";

    private static final String NOT_FOUND = "credentials not found";

    private final Map<String, Object> config;
    private final String searchPath;

    private RegistryCredentials(Map<String, Object> config, String searchPath) {
        this.config = config;
        this.searchPath = searchPath;
    }

    /**
     * A login.
     *
     * @param user the user; empty for a token
     * @param secret the password, or the token
     */
    record Login(String user, String secret) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /**
     * Reads {@code config.json} in {@code folder}, which need not exist.
     *
     * @param searchPath where helper programs are looked for, as {@code PATH} has it
     * @throws EngineException.Failed when the file cannot be read
     */
    static RegistryCredentials read(Path folder, String searchPath) {
        Path file = folder.resolve("config.json");
        try {
            Map<String, Object> config =
                    Files.exists(file) ? Json.object(Files.readString(file, StandardCharsets.UTF_8)) : Map.of();
            return new RegistryCredentials(config, searchPath);
        } catch (IOException | IllegalArgumentException e) {
            throw new EngineException.Failed("`" + file + "` cannot be read: " + e.getMessage(), e);
        }
    }

    /** The registry of an image's name, as the configuration calls it. */
    static String registryOf(String name) {
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean registry = first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
        return !registry || first.equals("docker.io") || first.equals("index.docker.io") ? DOCKER_HUB : first;
    }

    /**
     * The registries that there are logins for.
     *
     * @throws EngineException.Failed when a helper program fails
     */
    Set<String> registries() {
        Set<String> registries =
                new LinkedHashSet<>(JsonTree.object(config, "auths").keySet());
        registries.addAll(JsonTree.object(config, "credHelpers").keySet());
        String store = JsonTree.text(config, "credsStore");
        if (!store.isEmpty()) {
            run(store, "list", "").ifPresent(logins -> registries.addAll(logins.keySet()));
        }
        return registries;
    }

    /**
     * The login for {@code registry}.
     *
     * @throws EngineException.Failed when a helper program fails
     */
    Optional<Login> login(String registry) {
        String helper = JsonTree.text(JsonTree.object(config, "credHelpers"), registry);
        String store = helper.isEmpty() ? JsonTree.text(config, "credsStore") : helper;
        Optional<Login> stored =
                store.isEmpty() ? Optional.empty() : run(store, "get", registry).map(RegistryCredentials::stored);
        return stored.isPresent() ? stored : written(registry);
    }

    private Optional<Login> written(String registry) {
        Map<String, Object> logins = JsonTree.object(config, "auths");
        for (String name : logins.keySet()) {
            if (host(name).equals(host(registry))) {
                return login(JsonTree.object(logins, name));
            }
        }
        return Optional.empty();
    }

    /** Older clients wrote {@code https://name/v1/} where newer ones write the name. */
    private static String host(String registry) {
        String plain = registry.replaceFirst("^https?://", "");
        int slash = plain.indexOf('/');
        return slash < 0 ? plain : plain.substring(0, slash);
    }

    private static Optional<Login> login(Map<String, Object> written) {
        String token = JsonTree.text(written, "identitytoken");
        if (!token.isEmpty()) {
            return Optional.of(new Login("", token));
        }
        String encoded = JsonTree.text(written, "auth");
        if (encoded.isEmpty()) {
            String user = JsonTree.text(written, "username");
            return user.isEmpty() ? Optional.empty() : Optional.of(new Login(user, JsonTree.text(written, "password")));
        }
        String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        int colon = decoded.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(new Login(decoded.substring(0, colon), decoded.substring(colon + 1)));
    }

    /** What a helper program answers; empty when it does not know the registry. */
    private Optional<Map<String, Object>> run(String store, String command, String input) {
        String program = "docker-credential-" + store;
        try {
            Process process = new ProcessBuilder(find(program), command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            send(input, process);
            String answer;
            try (InputStream out = process.getInputStream()) {
                answer = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
            }
            if (process.waitFor() == 0) {
                return Optional.of(Json.object(answer));
            }
            if (answer.contains(NOT_FOUND)) {
                return Optional.empty();
            }
            throw new EngineException.Failed(
                    "`" + program + " " + command + "` failed: " + answer,
                    "correct `credsStore` or `credHelpers` in Docker's config.json");
        } catch (IOException | IllegalArgumentException e) {
            throw new EngineException.Failed("`" + program + "` cannot be asked: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    /** A program that does not read what it is asked has ended already; its answer tells why. */
    private static void send(String input, Process process) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            return;
        }
    }

    private String find(String program) {
        for (String folder : searchPath.split(File.pathSeparator)) {
            Path file = Path.of(folder, program);
            if (Files.isExecutable(file)) {
                return file.toString();
            }
        }
        throw new EngineException.Failed(
                "Docker's config.json names the program `" + program + "`, which is not there",
                "install it, or take `credsStore` or `credHelpers` out of the file");
    }

    private static Login stored(Map<String, Object> answer) {
        String user = JsonTree.text(answer, "Username");
        return new Login(user.equals(TOKEN_USER) ? "" : user, JsonTree.text(answer, "Secret"));
    }
}
