package io.dockerops.engine.local;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks what listens on a Unix socket whether it is a Docker engine. */
final class Ping {

    private static final byte[] REQUEST =
            "GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern OK = Pattern.compile("HTTP/1\\.[01] 200 ");
    private static final Pattern SERVER = Pattern.compile("(?im)^Server: Docker/(\\S+)");
    private static final int LONGEST_ANSWER = 8192;
    private static final int TIMEOUT_MS = 2000;

    private Ping() {}

    /** The version of the engine that answers on {@code socket}; empty when none answers within two seconds. */
    static Optional<String> version(Path socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(REQUEST));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            String answer = answer(channel, selector);
            Matcher server = SERVER.matcher(answer);
            return OK.matcher(answer).lookingAt() && server.find() ? Optional.of(server.group(1)) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String answer(SocketChannel channel, Selector selector) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (buffer.hasRemaining() && selector.select(TIMEOUT_MS) > 0 && channel.read(buffer) >= 0) {
            selector.selectedKeys().clear();
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
    }
}
