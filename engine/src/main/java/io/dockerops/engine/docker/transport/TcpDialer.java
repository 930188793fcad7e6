package io.dockerops.engine.docker.transport;

import io.dockerops.engine.docker.transport.TransportException.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Connects to an engine by TCP, without encryption: whoever reaches that port is root on its host. */
public final class TcpDialer implements Dialer {

    private static final int MAX_PORT = 65_535;

    private final String host;
    private final int port;
    private final Duration connectTimeout;

    /**
     * @param host a name, or an address of either family without brackets
     * @param port 1 to 65535
     * @param connectTimeout for each of the addresses that the name has, positive
     */
    public TcpDialer(String host, int port, Duration connectTimeout) {
        if (host.isBlank()) {
            throw new IllegalArgumentException("The engine's host name is empty");
        }
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("The port " + port + " is not between 1 and " + MAX_PORT);
        }
        this.host = host;
        this.port = port;
        this.connectTimeout = Durations.positive(connectTimeout);
    }

    @Override
    public String address() {
        return "tcp://" + hostHeader();
    }

    @Override
    public String hostHeader() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    @Override
    public ByteConnection dial() throws TransportException {
        return new ChannelConnection(connect());
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    int timeoutMillis() {
        return (int) Math.max(1, Math.min(connectTimeout.toMillis(), Integer.MAX_VALUE));
    }

    /** A channel to the first of the host's addresses that accepts, in blocking mode. */
    SocketChannel connect() throws TransportException {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new TransportException(Reason.UNKNOWN_HOST, address(), "the host " + host + " has no address", e);
        }
        TransportException first = null;
        for (InetAddress each : addresses) {
            try {
                return connect(each);
            } catch (IOException e) {
                first = added(explained(each, e), first);
                if (first.reason() == Reason.INTERRUPTED) {
                    break;
                }
            }
        }
        throw first == null
                ? new TransportException(Reason.UNKNOWN_HOST, address(), "the host " + host + " has no address", null)
                : first;
    }

    private SocketChannel connect(InetAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            // Lets a stream that is silent for hours notice that the host is gone.
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            channel.socket().connect(new InetSocketAddress(address, port), timeoutMillis());
            return channel;
        } catch (IOException e) {
            ChannelConnection.close(channel);
            throw e;
        }
    }

    private TransportException explained(InetAddress address, IOException cause) {
        String target = address.getHostAddress() + " port " + port;
        if (Thread.currentThread().isInterrupted()) {
            return new TransportException(Reason.INTERRUPTED, address(), "interrupted while connecting", cause);
        }
        if (cause instanceof SocketTimeoutException) {
            String what = "no answer from " + target + " within " + Durations.text(connectTimeout);
            return new TransportException(Reason.CONNECT_TIMED_OUT, address(), what, cause);
        }
        if (cause instanceof ConnectException) {
            String what = "connection refused: no process listens on " + target;
            return new TransportException(Reason.CONNECTION_REFUSED, address(), what, cause);
        }
        String what = "cannot reach " + target + " (" + cause.getMessage() + ")";
        return new TransportException(Reason.UNREACHABLE, address(), what, cause);
    }

    private static TransportException added(TransportException failure, @Nullable TransportException earlier) {
        if (earlier == null) {
            return failure;
        }
        if (failure.reason() == Reason.INTERRUPTED) {
            return failure;
        }
        earlier.addSuppressed(failure);
        return earlier;
    }
}
