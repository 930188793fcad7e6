package io.dockerops.dsl.library;

import io.dockerops.engine.problem.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code dockerops.lock}: the checksum of each library, by where it comes from. */
final class LockFile {

    /** Its name. */
    static final String NAME = "dockerops.lock";

    private static final String HEAD =
            "# The libraries of this project and the checksums of their content. DockerOps writes this: keep it with the project.\n";
    private static final Pattern LINE = Pattern.compile("sha256:([0-9a-f]{64}) (\\S.*)");

    private final Path file;
    private final SortedMap<String, String> sums = new TreeMap<>();

    private LockFile(Path file) {
        this.file = file;
    }

    /**
     * The lock file in {@code folder}, empty when there is none.
     *
     * @throws IllegalArgumentException when it is not one
     */
    static LockFile in(Path folder) {
        LockFile lock = new LockFile(folder.resolve(NAME));
        if (!Files.exists(lock.file)) {
            return lock;
        }
        try {
            List<String> lines = Files.readAllLines(lock.file);
            for (int i = 0; i < lines.size(); i++) {
                lock.read(lines.get(i), i + 1);
            }
        } catch (IOException e) {
            throw new Mistake("`" + NAME + "` cannot be read: " + e.getMessage());
        }
        return lock;
    }

    /** A lock file in {@code folder} that begins anew. */
    static LockFile anew(Path folder) {
        return new LockFile(folder.resolve(NAME));
    }

    private void read(String line, int number) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        Matcher entry = LINE.matcher(line);
        if (!entry.matches()) {
            throw new Mistake(
                    "line " + number + " of `" + NAME + "` is not a checksum with the library that it is of",
                    "bring the file back as it was, or let `dockerops lock --update` write it anew");
        }
        sums.put(entry.group(2), entry.group(1));
    }

    /** The checksum of the library from {@code source}. */
    Optional<String> sum(String source) {
        return Optional.ofNullable(sums.get(source));
    }

    void put(String source, String sum) {
        sums.put(source, sum);
    }

    /**
     * Writes it; it is never seen half-written. One without entries is removed.
     *
     * @throws IllegalArgumentException when it cannot be written
     */
    void write() {
        StringBuilder text = new StringBuilder(HEAD);
        sums.forEach((source, sum) ->
                text.append("sha256:").append(sum).append(' ').append(source).append('\n'));
        try {
            if (sums.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), NAME, ".part");
            Files.writeString(aside, text);
            Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Mistake(
                    "`" + NAME + "` cannot be written: " + e.getMessage(),
                    "it has to stand beside the project, so that its libraries stay as they are");
        }
    }
}
