package io.dockerops.engine.archive;

import io.dockerops.engine.archive.TarEntry.Owner;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the headers of tar entries: POSIX ustar, with a pax header before it where a value has no room in ustar. */
final class TarHeader {

    /** Everything in a tar is a multiple of this. */
    static final int BLOCK = 512;

    private static final int NAME = 0;
    private static final int NAME_LENGTH = 100;
    private static final int MODE = 100;
    private static final int USER = 108;
    private static final int GROUP = 116;
    private static final int SIZE = 124;
    private static final int MODIFIED = 136;
    private static final int CHECKSUM = 148;
    private static final int KIND = 156;
    private static final int LINK = 157;
    private static final int MAGIC = 257;
    private static final long LARGEST_SIZE = 077777777777L;
    private static final int LARGEST_OWNER = 07777777;
    private static final char PAX = 'x';

    private TarHeader() {}

    /** The header of {@code entry}: one or more blocks. */
    static byte[] of(TarEntry entry) {
        String name = entry.kind() == TarEntry.Kind.FOLDER ? entry.name() + "/" : entry.name();
        byte[] records = paxRecords(name, entry);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        if (records.length > 0) {
            header.writeBytes(block("PaxHeaders/entry", PAX, 0644, "", records.length, entry.time(), Owner.ROOT));
            header.writeBytes(Arrays.copyOf(records, padded(records.length)));
        }
        long size = entry.size() > LARGEST_SIZE ? 0 : entry.size();
        header.writeBytes(
                block(name, entry.kind().mark, entry.mode(), entry.link(), size, entry.time(), entry.owner()));
        return header.toByteArray();
    }

    /** {@code size} rounded up to whole blocks. */
    static int padded(int size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    private static byte[] paxRecords(String name, TarEntry entry) {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        if (bytes(name).length > NAME_LENGTH) {
            records.writeBytes(paxRecord("path", name));
        }
        if (bytes(entry.link()).length > NAME_LENGTH) {
            records.writeBytes(paxRecord("linkpath", entry.link()));
        }
        if (entry.size() > LARGEST_SIZE) {
            records.writeBytes(paxRecord("size", Long.toString(entry.size())));
        }
        if (entry.owner().user() > LARGEST_OWNER) {
            records.writeBytes(paxRecord("uid", Integer.toString(entry.owner().user())));
        }
        if (entry.owner().group() > LARGEST_OWNER) {
            records.writeBytes(paxRecord("gid", Integer.toString(entry.owner().group())));
        }
        return records.toByteArray();
    }

    /** A record begins with its own length, to which the digits of the length belong. */
    private static byte[] paxRecord(String key, String value) {
        int rest = bytes(" " + key + "=" + value + "\n").length;
        int length = rest + Integer.toString(rest).length();
        if (rest + Integer.toString(length).length() != length) {
            length++;
        }
        return bytes(length + " " + key + "=" + value + "\n");
    }

    private static byte[] block(String name, char kind, int mode, String link, long size, long time, Owner owner) {
        byte[] block = new byte[BLOCK];
        put(block, NAME, bytes(name));
        octal(block, MODE, 8, mode);
        octal(block, USER, 8, Math.min(owner.user(), LARGEST_OWNER));
        octal(block, GROUP, 8, Math.min(owner.group(), LARGEST_OWNER));
        octal(block, SIZE, 12, size);
        octal(block, MODIFIED, 12, Math.max(0, time));
        block[KIND] = (byte) kind;
        put(block, LINK, bytes(link));
        put(block, MAGIC, bytes("ustar\00000"));
        Arrays.fill(block, CHECKSUM, CHECKSUM + 8, (byte) ' ');
        int sum = 0;
        for (byte each : block) {
            sum += each & 0xff;
        }
        octal(block, CHECKSUM, 7, sum);
        return block;
    }

    private static void put(byte[] block, int at, byte[] value) {
        System.arraycopy(value, 0, block, at, Math.min(value.length, NAME_LENGTH));
    }

    private static void octal(byte[] block, int at, int length, long value) {
        String digits = Long.toOctalString(value);
        put(block, at, bytes("0".repeat(length - 1 - digits.length()) + digits));
        block[at + length - 1] = 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
