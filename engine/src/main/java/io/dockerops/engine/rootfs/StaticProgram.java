package io.dockerops.engine.rootfs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a program needs no libraries: an ELF file whose program headers name no loader. */
final class StaticProgram {

    private static final int MAGIC = 0x7f454c46;
    private static final int LOADER = 3;
    private static final int LONGEST_HEADERS = 4096;

    private StaticProgram() {}

    /** Whether {@code file} is a statically linked program; false when it cannot be read. */
    static boolean is(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer start = ByteBuffer.allocate(LONGEST_HEADERS);
            while (start.hasRemaining() && channel.read(start) >= 0) {
                // Until the buffer is full or the file ends.
            }
            start.flip();
            return start.remaining() >= 64 && start.getInt(0) == MAGIC && !namesLoader(start);
        } catch (IOException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static boolean namesLoader(ByteBuffer elf) {
        boolean wide = elf.get(4) == 2;
        elf.order(elf.get(5) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int headers = wide ? (int) elf.getLong(32) : elf.getInt(28);
        int size = elf.getShort(wide ? 54 : 42);
        int count = elf.getShort(wide ? 56 : 44);
        for (int i = 0; i < count; i++) {
            if (elf.getInt(headers + i * size) == LOADER) {
                return true;
            }
        }
        return false;
    }
}
