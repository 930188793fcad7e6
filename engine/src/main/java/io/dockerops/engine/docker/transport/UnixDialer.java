package io.dockerops.engine.docker.transport;

import io.dockerops.engine.docker.transport.TransportException.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Connects to an engine's Unix socket. */
public final class UnixDialer implements Dialer {

    private final Path socket;
    private final Duration connectTimeout;
    private final Alarm alarm = new Alarm();

    /**
     * @param socket the socket's path
     * @param connectTimeout how long the engine may leave a connection unaccepted, positive
     */
    public UnixDialer(Path socket, Duration connectTimeout) {
        this.socket = socket.toAbsolutePath();
        this.connectTimeout = Durations.positive(connectTimeout);
    }

    @Override
    public String address() {
        return "unix://" + socket;
    }

    @Override
    public ByteConnection dial() throws TransportException {
        SocketChannel channel = connectAtOnce();
        return new ChannelConnection(channel == null ? connectPatiently() : channel);
    }

    /**
     * Connects when that is possible without waiting, which it is unless the engine's queue is full; null otherwise.
     * Saves the alarm and its thread in all cases but that one.
     */
    private @Nullable SocketChannel connectAtOnce() {
        SocketChannel channel = null;
        try {
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.configureBlocking(false);
            if (channel.connect(UnixDomainSocketAddress.of(socket))) {
                channel.configureBlocking(true);
                return channel;
            }
        } catch (IOException e) {
            // Whatever it was, the patient attempt meets it again and reports it.
        }
        if (channel != null) {
            ChannelConnection.close(channel);
        }
        return null;
    }

    private SocketChannel connectPatiently() throws TransportException {
        SocketChannel channel;
        try {
            channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        } catch (IOException e) {
            throw explained(e);
        }
        Alarm.Wait wait = alarm.start(connectTimeout, () -> ChannelConnection.close(channel));
        IOException failure = null;
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            failure = e;
        }
        if (!wait.stop()) {
            throw timedOut(failure);
        }
        if (failure != null) {
            ChannelConnection.close(channel);
            throw explained(failure);
        }
        return channel;
    }

    private TransportException timedOut(@Nullable IOException cause) {
        return new TransportException(
                Reason.CONNECT_TIMED_OUT,
                address(),
                "the engine has not accepted the connection within " + Durations.text(connectTimeout),
                cause);
    }

    /**
     * Finds the reason in the file system rather than in the exception's text, which comes from the C library in the
     * user's language.
     */
    private TransportException explained(IOException cause) {
        if (Thread.currentThread().isInterrupted()) {
            return new TransportException(Reason.INTERRUPTED, address(), "interrupted while connecting", cause);
        }
        try {
            BasicFileAttributes found = Files.readAttributes(socket, BasicFileAttributes.class);
            if (!found.isOther()) {
                return failed(Reason.NO_SUCH_SOCKET, "is not a socket", cause);
            }
        } catch (AccessDeniedException e) {
            return failed(Reason.PERMISSION_DENIED, "permission denied on the way to the socket", cause);
        } catch (IOException e) {
            return failed(Reason.NO_SUCH_SOCKET, "no such socket", cause);
        }
        if (!Files.isWritable(socket)) {
            return failed(Reason.PERMISSION_DENIED, "permission denied: this user may not write to the socket", cause);
        }
        if (cause instanceof ConnectException) {
            return failed(Reason.CONNECTION_REFUSED, "connection refused: no process listens on the socket", cause);
        }
        return failed(Reason.UNREACHABLE, "cannot connect (" + cause.getMessage() + ")", cause);
    }

    private TransportException failed(Reason reason, String what, IOException cause) {
        return new TransportException(reason, address(), what, cause);
    }
}
