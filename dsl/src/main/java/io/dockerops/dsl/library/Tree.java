package io.dockerops.dsl.library;

import io.dockerops.engine.problem.Mistake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a library, and their checksum. */
final class Tree {

    private Tree() {}

    /** Opens a file. */
    @FunctionalInterface
    interface Content {

        InputStream open() throws IOException;
    }

    /**
     * A file.
     *
     * @param executable whether its owner may execute it
     * @param size its length in bytes
     */
    record Entry(boolean executable, long size, Content content) {}

    /** The SHA-256 of the names, the right to execute and the contents of all files below {@code folder}. */
    static String sum(Path folder) throws IOException {
        SortedMap<String, Entry> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw new Mistake(
                            "the library has a symbolic link, and may have files only: " + folder.relativize(file));
                }
                files.put(
                        folder.relativize(file).toString(),
                        new Entry(Files.isExecutable(file), Files.size(file), () -> Files.newInputStream(file)));
            }
        }
        return sum(files);
    }

    /** The same for files by their paths. */
    static String sum(SortedMap<String, Entry> files) throws IOException {
        MessageDigest digest = digest("SHA-256");
        try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (Map.Entry<String, Entry> file : files.entrySet()) {
                Entry entry = file.getValue();
                String head = file.getKey() + "\0" + (entry.executable() ? "x" : "-") + "\0" + entry.size() + "\0";
                sink.write(head.getBytes(StandardCharsets.UTF_8));
                try (InputStream content = entry.content().open()) {
                    content.transferTo(sink);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /** Removes a folder with all that is in it. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
