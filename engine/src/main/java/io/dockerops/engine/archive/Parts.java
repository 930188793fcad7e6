package io.dockerops.engine.archive;

import io.dockerops.engine.port.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/**
 * Streams one after another, each opened when the one before it has been read. {@link java.io.SequenceInputStream} opens
 * all that is left when it is closed.
 */
final class Parts extends InputStream {

    private final String what;
    private final Iterator<TarEntry.Content> parts;
    private InputStream current;
    private volatile boolean closed;

    /**
     * @param what is said when something cannot be read, such as {@code the root file system web}
     * @param first is read first, and is closed with this even when nothing was read
     */
    Parts(String what, InputStream first, List<TarEntry.Content> rest) {
        this.what = what;
        this.current = first;
        this.parts = rest.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws EngineException.Failed when what is put into the tar cannot be read */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (closed) {
            throw new IOException("closed before it was read");
        }
        try {
            int count = current.read(buffer, offset, length);
            while (count < 0 && parts.hasNext()) {
                current.close();
                current = parts.next().open();
                count = current.read(buffer, offset, length);
            }
            return count;
        } catch (IOException e) {
            throw Unreadable.failed(what, e);
        }
    }

    /** May be called by any thread; whoever reads then gets an exception, so that half a tar is not taken for a whole. */
    @Override
    public void close() throws IOException {
        closed = true;
        current.close();
    }
}
