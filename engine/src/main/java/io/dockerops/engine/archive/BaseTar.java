package io.dockerops.engine.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * A tar without its end, to which entries can be added. Its bytes pass unchanged, so that owners, times, devices and
 * extended attributes stay as they are; what a reading and writing library does not know would be lost.
 */
final class BaseTar extends InputStream {

    private static final int NAME_LENGTH = 100;
    private static final int SIZE = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int CHECKSUM = 148;
    private static final int KIND = 156;
    private static final int MAGIC = 257;
    private static final int PREFIX = 345;
    private static final int PREFIX_LENGTH = 155;
    private static final int SPARSE_GOES_ON = 482;
    private static final int SPARSE_GOES_ON_AGAIN = 504;
    private static final int LONGEST_NAME_RECORD = 1 << 20;
    private static final String WITHOUT_CONTENT = "123456";

    private final InputStream tar;
    private final Predicate<String> wanted;

    private byte[] pending = new byte[0];
    private int pendingAt;
    private long contentLeft;
    private boolean ended;
    private String nextName = "";
    private long nextSize = -1;

    /** @param wanted is asked for each entry by its name, without {@code ./} before and {@code /} behind it */
    BaseTar(InputStream tar, Predicate<String> wanted) {
        this.tar = tar;
        this.wanted = wanted;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        while (pendingAt == pending.length && contentLeft == 0 && !ended) {
            readHeader();
        }
        if (pendingAt < pending.length) {
            int count = Math.min(length, pending.length - pendingAt);
            System.arraycopy(pending, pendingAt, buffer, offset, count);
            pendingAt += count;
            return count;
        }
        if (ended) {
            return -1;
        }
        int count = tar.read(buffer, offset, (int) Math.min(length, contentLeft));
        if (count < 0) {
            throw new IOException("the tar ends in the middle of an entry");
        }
        contentLeft -= count;
        return count;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private void readHeader() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        byte[] block = readBlock();
        while (!ended && isRecord(block)) {
            header.writeBytes(block);
            copyRecord(block, header);
            block = readBlock();
        }
        if (ended) {
            return;
        }
        header.writeBytes(block);
        copySparseMap(block, header);
        long size = nextSize >= 0 ? nextSize : number(block);
        boolean content = WITHOUT_CONTENT.indexOf(block[KIND]) < 0;
        long length = content ? (size + TarHeader.BLOCK - 1) / TarHeader.BLOCK * TarHeader.BLOCK : 0;
        String name = plain(nextName.isEmpty() ? name(block) : nextName);
        nextName = "";
        nextSize = -1;
        if (wanted.test(name)) {
            pending = header.toByteArray();
            pendingAt = 0;
            contentLeft = length;
        } else {
            tar.skipNBytes(length);
        }
    }

    private byte[] readBlock() throws IOException {
        byte[] block = tar.readNBytes(TarHeader.BLOCK);
        if (block.length == 0 || isZero(block)) {
            // Read to the end, at which a tool that makes the tar says whether it succeeded.
            tar.transferTo(OutputStream.nullOutputStream());
            ended = true;
        } else {
            check(block);
        }
        return block;
    }

    /** Whether the block begins a record about the next entry, and not an entry. */
    private static boolean isRecord(byte[] block) {
        return "xgLK".indexOf(block[KIND]) >= 0;
    }

    private void copyRecord(byte[] block, ByteArrayOutputStream header) throws IOException {
        int size = (int) Math.min(number(block), Integer.MAX_VALUE);
        byte[] record = nameRecord(size);
        header.writeBytes(record);
        char kind = (char) block[KIND];
        if (kind == 'x' || kind == 'L') {
            remember(kind, new String(record, 0, size, StandardCharsets.UTF_8));
        }
    }

    private byte[] nameRecord(long size) throws IOException {
        if (size > LONGEST_NAME_RECORD) {
            throw new IOException("the tar has a name record of " + size + " bytes");
        }
        int padded = TarHeader.padded((int) size);
        byte[] record = tar.readNBytes(padded);
        if (record.length < padded) {
            throw new IOException("the tar ends in the middle of an entry");
        }
        return record;
    }

    private void remember(char kind, String record) {
        if (kind == 'L') {
            int end = record.indexOf('\0');
            nextName = end < 0 ? record : record.substring(0, end);
            return;
        }
        for (String line : record.split("\n", -1)) {
            String keyAndValue = line.substring(line.indexOf(' ') + 1);
            if (keyAndValue.startsWith("path=")) {
                nextName = keyAndValue.substring("path=".length());
            } else if (keyAndValue.startsWith("size=")) {
                nextSize = Long.parseLong(keyAndValue.substring("size=".length()));
            }
        }
    }

    private void copySparseMap(byte[] block, ByteArrayOutputStream header) throws IOException {
        boolean more = block[KIND] == 'S' && block[SPARSE_GOES_ON] != 0;
        while (more) {
            byte[] map = tar.readNBytes(TarHeader.BLOCK);
            header.writeBytes(map);
            more = map.length == TarHeader.BLOCK && map[SPARSE_GOES_ON_AGAIN] != 0;
        }
    }

    private static void check(byte[] block) throws IOException {
        int sum = 0;
        for (int i = 0; i < block.length; i++) {
            sum += i >= CHECKSUM && i < CHECKSUM + 8 ? ' ' : block[i] & 0xff;
        }
        if (block.length < TarHeader.BLOCK || sum != octal(block, CHECKSUM, 8)) {
            throw new IOException("it is not a tar, or a damaged one");
        }
    }

    private static boolean isZero(byte[] block) {
        for (byte each : block) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    /** Octal digits, or GNU's binary form for what is too large for them. */
    private static long number(byte[] block) {
        if ((block[SIZE] & 0x80) == 0) {
            return octal(block, SIZE, SIZE_LENGTH);
        }
        long value = block[SIZE] & 0x7f;
        for (int i = SIZE + 1; i < SIZE + SIZE_LENGTH; i++) {
            value = (value << 8) | (block[i] & 0xff);
        }
        return value;
    }

    private static long octal(byte[] block, int at, int length) {
        long value = 0;
        for (int i = at; i < at + length; i++) {
            if (block[i] >= '0' && block[i] <= '7') {
                value = value * 8 + block[i] - '0';
            }
        }
        return value;
    }

    private static String name(byte[] block) {
        String name = text(block, 0, NAME_LENGTH);
        boolean ustar = text(block, MAGIC, 6).equals("ustar");
        String prefix = ustar ? text(block, PREFIX, PREFIX_LENGTH) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] block, int at, int length) {
        int end = at;
        while (end < at + length && block[end] != 0) {
            end++;
        }
        return new String(block, at, end - at, StandardCharsets.UTF_8);
    }

    private static String plain(String name) {
        String start = name.startsWith("./") ? name.substring(2) : name.startsWith("/") ? name.substring(1) : name;
        return start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
    }
}
