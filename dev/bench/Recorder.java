import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Stands between a client and an engine, and writes down the calls that change something. */
final class Recorder implements AutoCloseable {

    private final Path socket;
    private final Path engine;
    private final ServerSocketChannel server;
    private final List<Minimal.Call> calls = Collections.synchronizedList(new ArrayList<>());

    Recorder(Path socket, Path engine) throws IOException {
        this.socket = socket;
        this.engine = engine;
        Files.deleteIfExists(socket);
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        start(this::accept);
    }

    /** What was recorded, in the order of arrival. */
    List<Minimal.Call> calls() {
        return List.copyOf(calls);
    }

    private interface Job {
        void run() throws IOException;
    }

    private static void start(Job job) {
        Thread thread = new Thread(() -> {
            try {
                job.run();
            } catch (AsynchronousCloseException e) {
                // The recording is over.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            SocketChannel client = server.accept();
            SocketChannel upstream = SocketChannel.open(UnixDomainSocketAddress.of(engine));
            start(() -> forwardRequests(client, upstream));
            start(() -> forward(upstream, client));
        }
    }

    private static void forward(SocketChannel from, SocketChannel to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try (from; to) {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
        } catch (IOException e) {
            // One side has gone, and takes the other with it.
        }
    }

    /** Requests with chunked bodies, which those for images are, are not expected. */
    private void forwardRequests(SocketChannel client, SocketChannel upstream) throws IOException {
        InputStream input = new BufferedInputStream(Channels.newInputStream(client));
        OutputStream output = Channels.newOutputStream(upstream);
        try (client; upstream) {
            for (String head = head(input); !head.isEmpty(); head = head(input)) {
                byte[] body = input.readNBytes(length(head));
                output.write(head.getBytes(StandardCharsets.ISO_8859_1));
                output.write(body);
                String[] words = head.split(" ", 3);
                if (!words[0].equals("GET")) {
                    calls.add(new Minimal.Call(words[0], words[1], new String(body, StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            // As above.
        }
    }

    private static String head(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = input.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static int length(String head) {
        for (String line : head.split("\r\n")) {
            if (line.startsWith("Content-Length: ")) {
                return Integer.parseInt(line.substring(16));
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
    }
}
