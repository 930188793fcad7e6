package io.dockerops.engine.rootfs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Something to be put into a tar. It belongs to root and has a fixed time, so that the same files give the same bytes
 * whoever has them, and whenever.
 *
 * @param name relative, without {@code /} at its end, also for folders
 * @param kind what it is
 * @param mode the permission bits, with those for set-user-id, set-group-id and sticky
 * @param link where a symbolic link leads; else empty
 * @param size the bytes of its content; 0 for what is not a file
 * @param content opens the content
 */
record TarEntry(String name, Kind kind, int mode, String link, long size, Content content) {

    /** The kinds of entries, with their mark in the header. */
    enum Kind {
        FILE('0'),
        LINK('2'),
        FOLDER('5');

        final char mark;

        Kind(char mark) {
            this.mark = mark;
        }
    }

    /** Opens a content. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    private static final int PERMISSIONS = 07777;

    static TarEntry folder(String name, int mode) {
        return new TarEntry(name, Kind.FOLDER, mode, "", 0, InputStream::nullInputStream);
    }

    static TarEntry link(String name, String target) {
        return new TarEntry(name, Kind.LINK, 0777, target, 0, InputStream::nullInputStream);
    }

    static TarEntry file(String name, int mode, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new TarEntry(name, Kind.FILE, mode, "", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    static TarEntry file(String name, int mode, Path file) throws IOException {
        return new TarEntry(name, Kind.FILE, mode, "", Files.size(file), () -> Files.newInputStream(file));
    }

    /** {@code file} as it is on disk, links as links. */
    static TarEntry ofDisk(String name, Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return link(name, Files.readSymbolicLink(file).toString());
        }
        int mode = (int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & PERMISSIONS;
        return Files.isDirectory(file) ? folder(name, mode) : file(name, mode, file);
    }

    TarEntry withName(String other) {
        return new TarEntry(other, kind, mode, link, size, content);
    }
}
