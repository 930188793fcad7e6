package io.dockerops.engine.docker.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLSocket;

/** A TLS socket over a channel, which makes it interruptible: a socket of its own would not be. */
final class TlsConnection implements ByteConnection {

    private final SocketChannel channel;
    private final SSLSocket socket;
    private final InputStream input;
    private final OutputStream output;

    TlsConnection(SocketChannel channel, SSLSocket socket) throws IOException {
        this.channel = channel;
        this.socket = socket;
        this.input = socket.getInputStream();
        this.output = socket.getOutputStream();
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
        socket.shutdownOutput();
    }

    /** Bytes in the channel may be TLS's own, so that only a read through TLS tells. */
    @Override
    public boolean isStale() {
        try {
            socket.setSoTimeout(1);
            try {
                input.read();
                return true;
            } catch (SocketTimeoutException e) {
                return false;
            } finally {
                socket.setSoTimeout(0);
            }
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Closes the channel without TLS's farewell: a thread blocked in a write holds the lock that the farewell needs.
     */
    @Override
    public void close() {
        ChannelConnection.close(channel);
    }
}
