package io.dockerops.engine.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the one file of a tar that an engine has made of it. */
public final class FirstFile {

    private static final int SIZE = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int KIND = 156;
    private static final int LARGEST = 16 << 20;

    private FirstFile() {}

    /**
     * The content of the first regular file in {@code tar}; nothing when it has none.
     *
     * @throws IOException also when it is larger than 16 MiB, or the tar is damaged
     */
    public static byte[] of(InputStream tar) throws IOException {
        while (true) {
            byte[] header = tar.readNBytes(TarHeader.BLOCK);
            if (header.length < TarHeader.BLOCK || header[0] == 0) {
                return new byte[0];
            }
            int size = size(header);
            byte[] content = tar.readNBytes(TarHeader.padded(size));
            if (content.length < size) {
                throw new IOException("the tar ends in the middle of an entry");
            }
            if (header[KIND] == TarEntry.Kind.FILE.mark || header[KIND] == 0) {
                return Arrays.copyOf(content, size);
            }
        }
    }

    private static int size(byte[] header) throws IOException {
        String digits = new String(header, SIZE, SIZE_LENGTH, StandardCharsets.US_ASCII).replaceAll("[^0-7]", "");
        long size = digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        if (size > LARGEST) {
            throw new IOException("a file of " + size + " bytes is too large to be read");
        }
        return (int) size;
    }
}
