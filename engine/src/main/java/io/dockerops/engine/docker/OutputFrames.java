package io.dockerops.engine.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes the output of a process apart into standard output and standard error: frames of eight bytes of header (the
 * stream's number, three zeros, the length with the highest byte first) and so many bytes. A process with a terminal
 * has only one output, which comes without frames.
 */
final class OutputFrames {

    private static final int HEADER = 8;
    private static final int LENGTH_AT = 4;
    private static final int BUFFER = 16 * 1024;
    private static final int ERROR = 2;

    /** Takes the bytes of one process. */
    interface Sink {

        /** A frame of one of the streams begins; its bytes follow. */
        default void begin(boolean error) {}

        /** The next bytes; the array is used again afterwards. */
        void write(boolean error, byte[] bytes, int length) throws IOException;
    }

    private OutputFrames() {}

    /** Reads to the end of the output. */
    static void read(InputStream in, boolean terminal, Sink sink) throws IOException {
        byte[] buffer = new byte[BUFFER];
        if (terminal) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                sink.write(false, buffer, count);
            }
            return;
        }
        byte[] header = new byte[HEADER];
        for (int count = in.readNBytes(header, 0, HEADER); count > 0; count = in.readNBytes(header, 0, HEADER)) {
            if (count < HEADER) {
                throw new EOFException("the output ends in the middle of a frame");
            }
            boolean error = header[0] == ERROR;
            sink.begin(error);
            copy(in, length(header), buffer, error, sink);
        }
    }

    private static long length(byte[] header) {
        long length = 0;
        for (int i = LENGTH_AT; i < HEADER; i++) {
            length = length << Byte.SIZE | (header[i] & 0xff);
        }
        return length;
    }

    private static void copy(InputStream in, long length, byte[] buffer, boolean error, Sink sink) throws IOException {
        long left = length;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                throw new EOFException("the output ends in the middle of a frame");
            }
            sink.write(error, buffer, count);
            left -= count;
        }
    }
}
