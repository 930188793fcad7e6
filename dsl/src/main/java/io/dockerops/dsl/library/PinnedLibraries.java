package io.dockerops.dsl.library;

import io.dockerops.dsl.compile.LibraryFolders;
import io.dockerops.engine.problem.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The libraries of one project. A folder beside it is used as it is. All others are pinned: the first use writes their
 * checksum into {@code dockerops.lock}, and what does not fit it later is refused. What fits is taken from the cache, so that
 * its source is not asked again.
 */
public final class PinnedLibraries implements LibraryFolders {

    private final Path project;
    private final LibraryCache cache;
    private final boolean update;
    private final Map<String, Path> found = new LinkedHashMap<>();
    private final Map<String, String> used = new LinkedHashMap<>();
    private final List<String> news = new ArrayList<>();

    /**
     * @param project the project's folder
     * @param caches the folder of DockerOps' caches of this user
     * @param update whether to take libraries as they are now, whatever the lock file says
     */
    public PinnedLibraries(Path project, Path caches, boolean update) {
        this.project = project.toAbsolutePath().normalize();
        this.cache = new LibraryCache(caches);
        this.update = update;
    }

    /** The checksums of the libraries that were found, by where they come from; without folders beside the project. */
    public Map<String, String> used() {
        return Collections.unmodifiableMap(used);
    }

    /** What was written into the lock file because it was not there. */
    public List<String> news() {
        return List.copyOf(news);
    }

    /**
     * Writes a lock file with the libraries that were found, and no others; without any there is none.
     *
     * @throws IllegalArgumentException when it cannot be written
     */
    public void lock() {
        LockFile lock = LockFile.anew(project);
        used.forEach(lock::put);
        lock.write();
    }

    @Override
    public Path find(Map<String, String> said, Path file) {
        Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
        LibrarySource source = LibrarySource.of(said, folder, project);
        if (source instanceof LibrarySource.Folder local) {
            checkInside(local.folder(), folder);
            return local.folder();
        }
        return find(source);
    }

    /**
     * The folder of a library that comes with DockerOps.
     *
     * @throws IllegalArgumentException when it is not the one that was used before
     */
    public Path shipped(String name) {
        return find(new LibrarySource.Shipped(name));
    }

    private Path find(LibrarySource source) {
        Path known = found.get(source.text());
        if (known != null) {
            return known;
        }
        try {
            Path library = pinned(source);
            found.put(source.text(), library);
            return library;
        } catch (IOException e) {
            throw new Mistake("the library cannot be kept: " + e.getMessage());
        }
    }

    /** A library that is pinned has everything in itself. */
    private void checkInside(Path library, Path from) {
        Optional<Path> around = cache.libraryOf(from);
        if (around.isPresent() && !library.startsWith(around.get())) {
            throw new Mistake(
                    "this leads out of the library, and what is there is not part of its checksum",
                    "put the other library into this one, or name it by `git:` or `maven:`");
        }
    }

    private Path pinned(LibrarySource source) throws IOException {
        LockFile lock = update ? LockFile.anew(project) : LockFile.in(project);
        Optional<String> locked = lock.sum(source.text());
        if (locked.isPresent() && !(source instanceof LibrarySource.Jar)) {
            Optional<Path> kept = cache.find(locked.get());
            if (kept.isPresent()) {
                used.put(source.text(), locked.get());
                return kept.get();
            }
        }
        Path aside = cache.aside();
        try {
            Path tree = fetch(source, aside);
            String sum = Tree.sum(tree);
            if (locked.isPresent() && !locked.get().equals(sum)) {
                throw changed(source, locked.get(), sum);
            }
            Path library = cache.keep(tree, sum);
            used.put(source.text(), sum);
            if (locked.isEmpty() && !update) {
                lock.put(source.text(), sum);
                lock.write();
                news.add(source.text());
            }
            return library;
        } finally {
            Tree.remove(aside);
        }
    }

    private static Path fetch(LibrarySource source, Path aside) throws IOException {
        if (source instanceof LibrarySource.Git git) {
            return new GitRevision(git).fetch(aside);
        }
        Path tree = aside.resolve("files");
        Files.createDirectory(tree);
        if (source instanceof LibrarySource.Shipped shipped) {
            new ShippedFiles(shipped.name()).extract(tree);
            return tree;
        }
        Path jar = source instanceof LibrarySource.Maven maven
                ? new MavenJar(maven).fetch(aside)
                : ((LibrarySource.Jar) source).file();
        try (JarFiles files = new JarFiles(jar)) {
            files.extract(tree);
        }
        return tree;
    }

    private static Mistake changed(LibrarySource source, String locked, String sum) {
        return new Mistake(
                "the library is not the one that `" + LockFile.NAME + "` names: its checksum is " + sum + ", and "
                        + locked + " is expected for " + source.text(),
                "if the change is known and wanted, take it with `dockerops lock --update`");
    }
}
