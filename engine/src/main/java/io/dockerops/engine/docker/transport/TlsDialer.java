package io.dockerops.engine.docker.transport;

import io.dockerops.engine.docker.transport.TransportException.Reason;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Connects to an engine by TCP with TLS. The engine's certificate must be valid for the host's name; there is no way to
 * do without that check.
 */
public final class TlsDialer implements Dialer {

    private final TcpDialer tcp;
    private final SSLContext context;

    /**
     * @param host a name or address, as the engine's certificate has it
     * @param port 1 to 65535
     * @param connectTimeout for each of the addresses that the name has, and again for each answer of the handshake
     * @param context whom to trust, and who we are; see {@link TlsFiles#context()}
     */
    public TlsDialer(String host, int port, Duration connectTimeout, SSLContext context) {
        this.tcp = new TcpDialer(host, port, connectTimeout);
        this.context = context;
    }

    @Override
    public String address() {
        return tcp.address();
    }

    @Override
    public String hostHeader() {
        return tcp.hostHeader();
    }

    @Override
    public ByteConnection dial() throws TransportException {
        SocketChannel channel = tcp.connect();
        try {
            return new TlsConnection(channel, handshaken(channel));
        } catch (IOException e) {
            ChannelConnection.close(channel);
            throw explained(e);
        }
    }

    private SSLSocket handshaken(SocketChannel channel) throws IOException {
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(channel.socket(), tcp.host(), tcp.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(tcp.timeoutMillis());
        socket.startHandshake();
        socket.setSoTimeout(0);
        return socket;
    }

    private TransportException explained(IOException cause) {
        if (Thread.currentThread().isInterrupted()) {
            return new TransportException(Reason.INTERRUPTED, address(), "interrupted in the TLS handshake", cause);
        }
        if (cause instanceof SocketTimeoutException) {
            String what = "no answer in the TLS handshake within " + tcp.timeoutMillis() + " ms";
            return new TransportException(Reason.CONNECT_TIMED_OUT, address(), what, cause);
        }
        String what = "the TLS handshake failed (" + cause.getMessage() + ")";
        return new TransportException(Reason.TLS_FAILED, address(), what, cause);
    }
}
