package io.dockerops.engine.docker;

import io.dockerops.engine.port.EngineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/**
 * A folder as a tar that is made while it is read: neither in memory, nor in a file, nor by a thread. Entries are in the
 * order of their names and belong to root, as those that Docker's own client sends.
 */
final class BuildContext extends InputStream {

    private static final int CHUNK = 64 * 1024;
    private static final int ALL_MODE_BITS = 07777;

    private final Path root;
    private final DockerIgnore ignore;
    private final Deque<Path> waiting = new ArrayDeque<>();
    private final ByteArrayOutputStream made = new ByteArrayOutputStream(CHUNK);
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(made, "UTF-8");
    private byte[] ready = {};
    private int position;
    private @Nullable InputStream file;
    private long left;
    private boolean finished;
    private volatile boolean closed;

    /**
     * @param root the folder
     * @param dockerfile the Dockerfile's path in it
     * @throws EngineException.Failed when the folder or its {@code .dockerignore} cannot be read
     */
    BuildContext(Path root, String dockerfile) {
        this.root = root;
        this.ignore = DockerIgnore.of(root, dockerfile);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        try {
            push(root);
        } catch (IOException e) {
            throw new EngineException.Failed("the build context `" + root + "` cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (position == ready.length) {
            if (finished) {
                return -1;
            }
            if (closed) {
                closeFile();
                throw new IOException("the build was ended before its context was read");
            }
            step();
            ready = made.toByteArray();
            made.reset();
            position = 0;
        }
        int count = Math.min(length, ready.length - position);
        System.arraycopy(ready, position, target, offset, count);
        position += count;
        return count;
    }

    /** May be called by any thread; whoever reads then gets an exception, so that a half-sent context is not built. */
    @Override
    public void close() {
        closed = true;
    }

    private void closeFile() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    private void step() throws IOException {
        if (file != null) {
            copy(file);
        } else if (waiting.isEmpty()) {
            tar.finish();
            finished = true;
        } else {
            begin(waiting.pop());
        }
    }

    private void copy(InputStream from) throws IOException {
        byte[] chunk = from.readNBytes((int) Math.min(left, CHUNK));
        left -= chunk.length;
        tar.write(chunk);
        if (chunk.length == 0 && left > 0) {
            throw new IOException("a file of the build context became shorter while it was read");
        }
        if (left == 0) {
            closeFile();
            tar.closeArchiveEntry();
        }
    }

    private void begin(Path path) throws IOException {
        String name = name(path);
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (found.isDirectory()) {
            if (!ignore.skips(name)) {
                push(path);
            }
            if (!ignore.excludes(name)) {
                tar.putArchiveEntry(entry(path, name + "/", found));
                tar.closeArchiveEntry();
            }
        } else if (!ignore.excludes(name)) {
            add(path, name, found);
        }
    }

    private void add(Path path, String name, BasicFileAttributes found) throws IOException {
        if (found.isSymbolicLink()) {
            TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            link.setLinkName(Files.readSymbolicLink(path).toString());
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        } else if (found.isRegularFile()) {
            TarArchiveEntry entry = entry(path, name, found);
            file = Files.newInputStream(path);
            left = found.size();
            entry.setSize(left);
            tar.putArchiveEntry(entry);
            if (left == 0) {
                closeFile();
                tar.closeArchiveEntry();
            }
        }
        // What is neither, such as a socket, has no content that an image could have.
    }

    private static TarArchiveEntry entry(Path path, String name, BasicFileAttributes found) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode((int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) & ALL_MODE_BITS);
        entry.setModTime(found.lastModifiedTime());
        return entry;
    }

    /** Puts the content of a folder before all else that waits. */
    private void push(Path folder) throws IOException {
        List<Path> content = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(content::add);
        }
        content.sort(Collections.reverseOrder());
        content.forEach(waiting::push);
    }

    private String name(Path path) {
        return root.relativize(path).toString();
    }
}
