package io.dockerops.engine.rootfs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

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
    private final Consumer<String> names;

    private byte[] pending = new byte[0];
    private int pendingAt;
    private long contentLeft;
    private boolean ended;
    private String nextName = "";
    private long nextSize = -1;

    /** @param names is told the name of each entry, without {@code ./} before and {@code /} behind it */
    BaseTar(InputStream tar, Consumer<String> names) {
        this.tar = tar;
        this.names = names;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (pendingAt == pending.length && contentLeft == 0 && !ended) {
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
        byte[] block = tar.readNBytes(TarHeader.BLOCK);
        if (block.length == 0 || isZero(block)) {
            // Read to the end, at which a tool that makes the tar says whether it succeeded.
            tar.transferTo(OutputStream.nullOutputStream());
            ended = true;
            return;
        }
        check(block);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes(block);
        long size = nextSize >= 0 ? nextSize : number(block);
        char kind = (char) block[KIND];
        if (kind == 'x' || kind == 'L') {
            byte[] record = nameRecord(size);
            header.writeBytes(record);
            remember(kind, new String(record, 0, (int) size, StandardCharsets.UTF_8));
        } else if (kind != 'g' && kind != 'K') {
            names.accept(plain(nextName.isEmpty() ? name(block) : nextName));
            nextName = "";
            nextSize = -1;
        }
        copySparseMap(block, kind, header);
        pending = header.toByteArray();
        pendingAt = 0;
        boolean content = kind != 'x' && kind != 'L' && WITHOUT_CONTENT.indexOf(kind) < 0;
        contentLeft = content ? (size + TarHeader.BLOCK - 1) / TarHeader.BLOCK * TarHeader.BLOCK : 0;
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

    private void copySparseMap(byte[] block, char kind, ByteArrayOutputStream header) throws IOException {
        boolean more = kind == 'S' && block[SPARSE_GOES_ON] != 0;
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
