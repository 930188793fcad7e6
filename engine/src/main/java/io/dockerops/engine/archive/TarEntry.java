package io.dockerops.engine.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * Something to be put into a tar. It belongs to root unless said otherwise, whoever has the file.
 *
 * @param name relative, without {@code /} at its end, also for folders
 * @param kind what it is
 * @param mode the permission bits, with those for set-user-id, set-group-id and sticky
 * @param link where a symbolic link leads; else empty
 * @param size the bytes of its content; 0 for what is not a file
 * @param time when it was changed, in seconds since 1970
 * @param owner who has it
 * @param content opens the content
 */
public record TarEntry(
        String name, Kind kind, int mode, String link, long size, long time, Owner owner, Content content) {

    /** 1 January 2020: for what is to give the same bytes at any time. No tool calls it implausible, as it would 1970. */
    public static final long FIXED_TIME = 1_577_836_800L;

    private static final int PERMISSIONS = 07777;

    /** The kinds of entries, with their mark in the header. */
    public enum Kind {
        /** A regular file. */
        FILE('0'),
        /** A symbolic link. */
        LINK('2'),
        /** A folder. */
        FOLDER('5');

        final char mark;

        Kind(char mark) {
            this.mark = mark;
        }
    }

    /**
     * Who has a file.
     *
     * @param user the number of the user
     * @param group the number of the group
     */
    public record Owner(int user, int group) {

        /** The user and group 0. */
        public static final Owner ROOT = new Owner(0, 0);
    }

    /** Something that belongs to root. */
    public TarEntry(String name, Kind kind, int mode, String link, long size, long time, Content content) {
        this(name, kind, mode, link, size, time, Owner.ROOT, content);
    }

    /** Opens a content. */
    @FunctionalInterface
    public interface Content {
        /** The content from its beginning; closed by whoever asked for it. */
        InputStream open() throws IOException;
    }

    /** A folder, of the fixed time. */
    public static TarEntry folder(String name, int mode) {
        return new TarEntry(name, Kind.FOLDER, mode, "", 0, FIXED_TIME, InputStream::nullInputStream);
    }

    /** A symbolic link, of the fixed time. */
    public static TarEntry link(String name, String target) {
        return new TarEntry(name, Kind.LINK, 0777, target, 0, FIXED_TIME, InputStream::nullInputStream);
    }

    /** A file with {@code text} in it, of the fixed time. */
    public static TarEntry file(String name, int mode, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new TarEntry(name, Kind.FILE, mode, "", bytes.length, FIXED_TIME, () -> new ByteArrayInputStream(bytes));
    }

    /**
     * A file, folder or link of the disk, with its mode and time. Its content is read when the entry is.
     *
     * @param name its name in the tar
     * @throws IOException when there is no such file
     */
    public static TarEntry ofDisk(String name, Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        long time = found.lastModifiedTime().to(TimeUnit.SECONDS);
        if (found.isSymbolicLink()) {
            return link(name, Files.readSymbolicLink(file).toString()).withTime(time);
        }
        int mode = (int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & PERMISSIONS;
        if (found.isDirectory()) {
            return folder(name, mode).withTime(time);
        }
        return new TarEntry(name, Kind.FILE, mode, "", found.size(), time, () -> Files.newInputStream(file));
    }

    /** The same under another name. */
    public TarEntry withName(String other) {
        return new TarEntry(other, kind, mode, link, size, time, owner, content);
    }

    /** The same with another mode. */
    public TarEntry withMode(int other) {
        return new TarEntry(name, kind, other, link, size, time, owner, content);
    }

    /** The same of another owner. */
    public TarEntry withOwner(Owner other) {
        return new TarEntry(name, kind, mode, link, size, time, other, content);
    }

    /** The same of another time. */
    public TarEntry withTime(long other) {
        return new TarEntry(name, kind, mode, link, size, other, owner, content);
    }
}
