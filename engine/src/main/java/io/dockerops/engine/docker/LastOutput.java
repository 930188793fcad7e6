package io.dockerops.engine.docker;

import java.nio.charset.StandardCharsets;

/** Keeps the last part of a process's output, both streams in the order in which they came. */
final class LastOutput implements OutputFrames.Sink {

    /** How much is kept. */
    static final int LIMIT = 64 * 1024;

    private static final int CONTINUATION_MASK = 0b1100_0000;
    private static final int CONTINUATION = 0b1000_0000;

    private final byte[] ring = new byte[LIMIT];
    private long written;

    @Override
    public void write(boolean error, byte[] bytes, int length) {
        int from = Math.max(0, length - LIMIT);
        for (int i = from; i < length; i++) {
            ring[(int) ((written + i) % LIMIT)] = bytes[i];
        }
        written += length;
    }

    /** What is kept, from the first whole character on. */
    String text() {
        int length = (int) Math.min(written, LIMIT);
        byte[] last = new byte[length];
        for (int i = 0; i < length; i++) {
            last[i] = ring[(int) ((written - length + i) % LIMIT)];
        }
        int start = 0;
        while (written > LIMIT && start < length && (last[start] & CONTINUATION_MASK) == CONTINUATION) {
            start++;
        }
        return new String(last, start, length - start, StandardCharsets.UTF_8);
    }
}
