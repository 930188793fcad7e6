package io.dockerops.engine.docker.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Objects;

/**
 * A connection over a {@link SocketChannel} in blocking mode, for Unix sockets and TCP.
 *
 * <p>The streams are our own: in JDK 17 those of {@link java.nio.channels.Channels} share one lock, so that a blocked
 * read holds up every write. A channel, unlike a {@link java.net.Socket}, ends a blocked call when its thread is
 * interrupted.
 */
final class ChannelConnection implements ByteConnection {

    /** Limits the direct buffers that the JDK keeps per thread to copy through. */
    private static final int MAX_TRANSFER = 64 * 1024;

    private final SocketChannel channel;
    private final InputStream input = new Input();
    private final OutputStream output = new Output();

    /** Read ahead by {@link #readAhead()}; from position to limit. */
    private final ByteBuffer ahead = ByteBuffer.allocate(512).limit(0);

    /**
     * @param channel connected and in blocking mode
     */
    ChannelConnection(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public void finishOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public boolean isStale() {
        try {
            return readAhead() != 0;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        close(channel);
    }

    static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Closed all the same: there is nothing left that a caller could do.
        }
    }

    /**
     * Takes what has arrived, without blocking: the number of bytes in {@link #ahead}, or -1 at the end of the stream.
     * Only for moments when no other thread reads or writes, since changing the mode waits for both.
     */
    private int readAhead() throws IOException {
        if (ahead.hasRemaining()) {
            return ahead.remaining();
        }
        channel.configureBlocking(false);
        ahead.clear();
        int count = -1;
        try {
            count = channel.read(ahead);
        } finally {
            ahead.flip();
            channel.configureBlocking(true);
        }
        return count;
    }

    private final class Input extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (ahead.hasRemaining()) {
                int count = Math.min(length, ahead.remaining());
                ahead.get(target, offset, count);
                return count;
            }
            return channel.read(ByteBuffer.wrap(target, offset, Math.min(length, MAX_TRANSFER)));
        }

        @Override
        public int available() throws IOException {
            return Math.max(0, readAhead());
        }
    }

    private final class Output extends OutputStream {

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, source.length);
            int end = offset + length;
            int position = offset;
            while (position < end) {
                ByteBuffer part = ByteBuffer.wrap(source, position, Math.min(end - position, MAX_TRANSFER));
                position += channel.write(part);
            }
        }
    }
}
