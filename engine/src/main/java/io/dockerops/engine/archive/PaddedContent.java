package io.dockerops.engine.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The content of an entry with the zeros that fill its last block. As long as its header said, or it fails. */
final class PaddedContent extends FilterInputStream {

    private long left;
    private int padding;

    PaddedContent(InputStream content, long size) {
        super(content);
        left = size;
        padding = (int) ((TarHeader.BLOCK - size % TarHeader.BLOCK) % TarHeader.BLOCK);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return readPadding(buffer, offset, length);
        }
        int count = super.read(buffer, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new IOException("a file became shorter while it was read");
        }
        left -= count;
        return count;
    }

    private int readPadding(byte[] buffer, int offset, int length) {
        int count = Math.min(length, padding);
        Arrays.fill(buffer, offset, offset + count, (byte) 0);
        padding -= count;
        return count == 0 ? -1 : count;
    }
}
