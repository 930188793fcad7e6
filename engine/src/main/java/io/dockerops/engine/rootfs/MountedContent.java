package io.dockerops.engine.rootfs;

import io.dockerops.engine.port.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is in files that containers mount. Files beyond the size of a configuration count by size and time, so that a
 * database that somebody watches by mistake does not hold up every plan.
 */
final class MountedContent {

    private static final long LARGE = 4L << 20;

    private MountedContent() {}

    static Optional<String> of(Path path, boolean folder) {
        try {
            if (Files.isRegularFile(path)) {
                return Optional.of(add(new Fingerprint("file 1"), path).shortValue());
            }
            return folder && Files.isDirectory(path) ? Optional.of(folder(path).shortValue()) : Optional.empty();
        } catch (IOException | UncheckedIOException | EngineException e) {
            return Optional.empty();
        }
    }

    private static Fingerprint folder(Path root) throws IOException {
        Fingerprint fingerprint = new Fingerprint("folder 1");
        try (Stream<Path> walk = Files.walk(root)) {
            List<Path> paths = walk.sorted().toList();
            for (Path path : paths) {
                fingerprint.text(root.relativize(path).toString());
                if (Files.isRegularFile(path)) {
                    add(fingerprint, path);
                }
            }
        }
        return fingerprint;
    }

    private static Fingerprint add(Fingerprint fingerprint, Path file) throws IOException {
        long size = Files.size(file);
        return size > LARGE ? fingerprint.text(size + " " + Files.getLastModifiedTime(file)) : fingerprint.file(file);
    }
}
