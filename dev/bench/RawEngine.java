import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One connection to a Docker engine: HTTP over its Unix socket and nothing else. Belongs to one thread. */
final class RawEngine implements Closeable {

    private final SocketChannel channel;
    private final InputStream input;

    RawEngine(Path socket) throws IOException {
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        input = new BufferedInputStream(Channels.newInputStream(channel));
    }

    /** Sends a request and gives the body of the reply; a refusal is thrown. */
    String call(String method, String path, String body) throws IOException {
        send(method, path, body);
        Head head = readHead();
        String reply = head.chunked ? readChunks() : new String(input.readNBytes(head.length), StandardCharsets.UTF_8);
        if (head.status >= 400) {
            throw new IOException(method + " " + path + ": " + head.status + " " + reply.strip());
        }
        return reply;
    }

    /** Sends a request whose reply does not end; {@link #nextChunk} gives its parts. */
    void open(String path) throws IOException {
        send("GET", path, "");
        readHead();
    }

    /** The next part of the reply that does not end; an event in a stream of events. */
    String nextChunk() throws IOException {
        int size = Integer.parseInt(line(), 16);
        String chunk = new String(input.readNBytes(size), StandardCharsets.UTF_8);
        line();
        return chunk;
    }

    private void send(String method, String path, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: docker\r\nContent-Type: application/json\r\nContent-Length: "
                + content.length + "\r\n\r\n";
        ByteBuffer request = ByteBuffer.allocate(head.length() + content.length);
        request.put(head.getBytes(StandardCharsets.US_ASCII)).put(content).flip();
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    private record Head(int status, int length, boolean chunked) {}

    private Head readHead() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring(16));
            }
            chunked |= line.equals("Transfer-Encoding: chunked");
        }
        return new Head(status, length, chunked);
    }

    private String readChunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (String chunk = nextChunk(); !chunk.isEmpty(); chunk = nextChunk()) {
            body.append(chunk);
        }
        return body.toString();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new IOException("the engine has closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
