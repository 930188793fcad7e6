package io.dockerops.dsl.library;

import io.dockerops.dsl.compile.cache.PrivateFolder;
import io.dockerops.engine.problem.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Libraries of this user by their checksums. What is in it is never changed, and looked at before it is used. */
final class LibraryCache {

    private final Path root;

    /** @param caches the folder of DockerOps' caches of this user */
    LibraryCache(Path caches) {
        this.root = caches.resolve("libraries").toAbsolutePath().normalize();
    }

    /** Whether {@code file} belongs to a library that is kept here, and to which. */
    Optional<Path> libraryOf(Path file) {
        Path normal = file.toAbsolutePath().normalize();
        return normal.startsWith(root) && normal.getNameCount() > root.getNameCount()
                ? Optional.of(root.resolve(normal.getName(root.getNameCount())))
                : Optional.empty();
    }

    /** The folder of the library with this checksum. */
    Optional<Path> find(String sum) throws IOException {
        Path folder = root.resolve(sum);
        if (!Files.isDirectory(folder) || PrivateFolder.at(folder).isEmpty()) {
            return Optional.empty();
        }
        return Tree.sum(folder).equals(sum) ? Optional.of(folder) : Optional.empty();
    }

    /**
     * An empty folder to fetch something into.
     *
     * @throws IllegalArgumentException when the cache cannot be used
     */
    Path aside() throws IOException {
        Path caches = root.resolveSibling(".").normalize();
        if (PrivateFolder.at(caches).isEmpty() || PrivateFolder.at(root).isEmpty()) {
            throw new Mistake(
                    "libraries cannot be kept in " + root + ": it is not a folder that only you can write to",
                    "choose another place with XDG_CACHE_HOME");
        }
        return Files.createTempDirectory(root, "new");
    }

    /** Moves {@code tree} to its place, unless it is there. */
    Path keep(Path tree, String sum) throws IOException {
        Optional<Path> there = find(sum);
        if (there.isPresent()) {
            return there.get();
        }
        Path folder = root.resolve(sum);
        if (Files.exists(folder)) {
            // What is there was damaged.
            Files.move(folder, aside().resolve("damaged"));
        }
        try {
            Files.move(tree, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another run may have come before this one.
            return find(sum).orElseThrow(() -> e);
        }
        PrivateFolder.at(folder);
        return folder;
    }
}
