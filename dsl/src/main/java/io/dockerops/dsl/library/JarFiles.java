package io.dockerops.dsl.library;

import io.dockerops.engine.problem.Mistake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files in a jar, apart from its own {@code META-INF}. */
final class JarFiles implements AutoCloseable {

    private static final long LARGEST = 256L << 20;

    private final Path jar;
    private final ZipFile zip;

    /** @throws IllegalArgumentException when {@code jar} is none */
    JarFiles(Path jar) throws IOException {
        this.jar = jar;
        try {
            this.zip = new ZipFile(jar.toFile());
        } catch (ZipException e) {
            throw new Mistake("`" + jar.getFileName() + "` is not a jar: " + e.getMessage());
        }
    }

    /** @throws IllegalArgumentException when a name leads out of the jar */
    SortedMap<String, Tree.Entry> files() {
        SortedMap<String, Tree.Entry> files = new TreeMap<>();
        long size = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            if (entry.isDirectory() || name.startsWith("META-INF/")) {
                continue;
            }
            Path path = Path.of(name);
            if (path.isAbsolute() || !path.normalize().equals(path) || path.startsWith("..")) {
                throw new Mistake("`" + jar.getFileName() + "` has an entry that leads out of it: " + name);
            }
            size += Math.max(0, entry.getSize());
            files.put(path.toString(), new Tree.Entry(false, entry.getSize(), () -> zip.getInputStream(entry)));
        }
        if (size > LARGEST) {
            throw new Mistake("`" + jar.getFileName() + "` holds more than " + (LARGEST >> 20) + " MB");
        }
        return files;
    }

    /** Writes the files into {@code folder}. */
    void extract(Path folder) throws IOException {
        for (Map.Entry<String, Tree.Entry> file : files().entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.resolveSibling("."));
            try (InputStream content = file.getValue().content().open()) {
                Files.copy(content, target);
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
