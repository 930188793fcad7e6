package io.dockerops.dsl.library;

import io.dockerops.engine.problem.Mistake;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Gets a jar from a Maven repository, and checks it against the checksum there. It takes no other jars along. */
final class MavenJar {

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final Map<String, String> CHECKSUMS = Map.of("sha256", "SHA-256", "sha1", "SHA-1");

    private final LibrarySource.Maven source;

    MavenJar(LibrarySource.Maven source) {
        this.source = source;
    }

    /**
     * Puts the jar into {@code folder}.
     *
     * @throws IllegalArgumentException when there is no such jar, or it is not as its checksum says
     */
    Path fetch(Path folder) {
        Path jar = folder.resolve("library.jar");
        try {
            try (InputStream content = open(source.jar())) {
                Files.copy(content, jar);
            }
            check(jar);
        } catch (FileNotFoundException e) {
            throw new Mistake(
                    "there is no `" + source.text().substring("maven ".length()) + "` in the repository",
                    "it would be " + source.jar());
        } catch (IOException e) {
            throw new Mistake(
                    source.jar() + " cannot be fetched: " + e.getMessage(),
                    "is the address right, and is this machine connected?");
        }
        return jar;
    }

    private void check(Path jar) throws IOException {
        for (String suffix : new String[] {"sha256", "sha1"}) {
            Optional<String> expected = text(URI.create(source.jar() + "." + suffix));
            if (expected.isPresent()) {
                byte[] sum = Tree.digest(CHECKSUMS.getOrDefault(suffix, suffix)).digest(Files.readAllBytes(jar));
                String found = HexFormat.of().formatHex(sum);
                if (!expected.get().equalsIgnoreCase(found)) {
                    throw new Mistake(
                            source.jar() + " is not what its checksum says: " + suffix + " is " + found + ", and "
                                    + expected.get() + " is expected",
                            "it was damaged on its way or in the repository: try again, or ask who keeps the repository");
                }
                return;
            }
        }
        throw new Mistake(
                source.jar() + " has neither a `.sha256` nor a `.sha1` beside it",
                "publish the library with a tool that writes them, as Maven does");
    }

    /** The first word of a file; empty when there is none. */
    private static Optional<String> text(URI address) throws IOException {
        try (InputStream content = open(address)) {
            String text = new String(content.readNBytes(1024), StandardCharsets.US_ASCII).strip();
            return Optional.of(text.split("\\s+", 2)[0]);
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    private static InputStream open(URI address) throws IOException {
        URLConnection connection = address.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setUseCaches(false);
        return connection.getInputStream();
    }
}
