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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands between a client and an engine, writes down the calls that change something, and counts all. */
final class Recorder implements AutoCloseable {

    private final Path socket;
    private final Path engine;
    private final ServerSocketChannel server;
    private static final Pattern ID = Pattern.compile("/containers/([0-9a-f]{64})");
    private static final Pattern NAME = Pattern.compile("\"Name\":\"/([^\"]+)\"");

    private final AtomicInteger count = new AtomicInteger();
    private final List<Minimal.Call> calls = Collections.synchronizedList(new ArrayList<>());

    Recorder(Path socket, Path engine) throws IOException {
        this.socket = socket;
        this.engine = engine;
        Files.deleteIfExists(socket);
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        start(this::accept);
    }

    /** The number of calls of all kinds so far. */
    int count() {
        return count.get();
    }

    /** What was recorded, in the order of arrival; containers by their names. */
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
                String[] words = head.split(" ", 3);
                count.incrementAndGet();
                if (!words[0].equals("GET")) {
                    String path = withName(words[1]);
                    calls.add(new Minimal.Call(words[0], path, new String(body, StandardCharsets.UTF_8)));
                }
                output.write(head.getBytes(StandardCharsets.ISO_8859_1));
                output.write(body);
            }
        } catch (IOException e) {
            // As above.
        }
    }

    /** Who makes the calls again has containers with other ids. */
    private String withName(String path) throws IOException {
        Matcher id = ID.matcher(path);
        if (!id.find()) {
            return path;
        }
        try (RawEngine asked = new RawEngine(engine)) {
            Matcher name = NAME.matcher(asked.call("GET", "/v1.41/containers/" + id.group(1) + "/json", ""));
            return name.find() ? path.replace(id.group(1), name.group(1)) : path;
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
