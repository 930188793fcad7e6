package io.dockerops.engine.docker.transport

import java.nio.channels.Channels
import java.nio.channels.ServerSocketChannel
import java.nio.channels.SocketChannel
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.atomic.AtomicInteger
import javax.net.ssl.SSLServerSocket

/**
 * A server that says to each connection just what its script says. The n-th connection gets the n-th script; further
 * ones get the last.
 */
class ScriptedServer implements Closeable {

    private final Path folder
    private final Closeable listener
    private final int port
    private final List<Closure> scripts
    private final List<Closeable> open = new CopyOnWriteArrayList<>()
    private final AtomicInteger connections = new AtomicInteger()
    private volatile boolean closed

    /** The heads of all requests, in the order in which they came. */
    final List<String> heads = new CopyOnWriteArrayList<>()

    /**
     * @param accept waits for a connection and gives it: what to close, an input stream, an output stream
     */
    private ScriptedServer(Path folder, Closeable listener, int port, List<Closure> scripts, Closure<List> accept) {
        this.folder = folder
        this.listener = listener
        this.port = port
        this.scripts = scripts
        Thread.startDaemon('scripted-server') { acceptAll(accept) }
    }

    static ScriptedServer unix(Closure... scripts) {
        Path folder = Files.createTempDirectory('scripted')
        def listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        listener.bind(UnixDomainSocketAddress.of(folder.resolve('socket')))
        new ScriptedServer(folder, listener, 0, scripts as List, { streams(listener.accept()) })
    }

    static ScriptedServer tcp(Closure... scripts) {
        def listener = ServerSocketChannel.open()
        listener.bind(new InetSocketAddress(InetAddress.loopbackAddress, 0))
        new ScriptedServer(null, listener, listener.socket().localPort, scripts as List, { streams(listener.accept()) })
    }

    static ScriptedServer tls(SSLServerSocket listener, Closure... scripts) {
        new ScriptedServer(null, listener, listener.localPort, scripts as List, {
            def socket = listener.accept()
            [socket, socket.inputStream, socket.outputStream]
        })
    }

    private static List streams(SocketChannel channel) {
        [channel, Channels.newInputStream(channel), Channels.newOutputStream(channel)]
    }

    /** How many connections there have been. */
    int getConnections() {
        connections.get()
    }

    Path getSocket() {
        folder.resolve('socket')
    }

    int getPort() {
        port
    }

    Dialer getDialer() {
        folder == null
            ? new TcpDialer('127.0.0.1', port, Duration.ofSeconds(10))
            : new UnixDialer(socket, Duration.ofSeconds(10))
    }

    @Override
    void close() {
        closed = true
        listener.close()
        open*.close()
        folder?.toFile()?.deleteDir()
    }

    private void acceptAll(Closure<List> accept) {
        while (!closed) {
            try {
                def (connection, input, output) = accept.call()
                open << connection
                def script = scripts[Math.min(connections.getAndIncrement(), scripts.size() - 1)]
                Thread.startDaemon('scripted-connection') { run(script, connection, input, output) }
            } catch (IOException ignored) {
                // The listener was closed.
            }
        }
    }

    private void run(Closure script, Closeable connection, InputStream input, OutputStream output) {
        try {
            script.call(new Peer(input, output, heads))
        } catch (IOException ignored) {
            // Specs look at what the client sees; a client that hangs up is part of many.
        } finally {
            connection.close()
        }
    }

    /** The server's end of one connection. It is closed when its script ends. */
    static class Peer {

        private final InputStream input
        private final OutputStream output
        private final List<String> heads

        Peer(InputStream input, OutputStream output, List<String> heads) {
            this.input = new BufferedInputStream(input)
            this.output = output
            this.heads = heads
        }

        /** Reads a request's head; ends the script when the client has hung up instead. */
        String head() {
            def head = new StringBuilder()
            while (!head.toString().endsWith('\r\n\r\n')) {
                int next = input.read()
                if (next < 0) {
                    throw new EOFException('The client has hung up')
                }
                head << (char) next
            }
            heads << head.toString()
            head.toString()
        }

        /** Reads a number of bytes. */
        byte[] bytes(int count) {
            input.readNBytes(count)
        }

        /** Reads the chunks of a body up to the last: their sizes and their content. */
        Map chunks() {
            def sizes = []
            def content = new ByteArrayOutputStream()
            while (true) {
                int size = Integer.parseInt(line(), 16)
                sizes << size
                content.write(input.readNBytes(size))
                assert line() == ''
                if (size == 0) {
                    return [sizes: sizes, content: content.toByteArray()]
                }
            }
        }

        /** Reads up to the end of what the client sends. */
        byte[] rest() {
            input.readAllBytes()
        }

        void send(String text) {
            send(text.getBytes('ISO-8859-1'))
        }

        void send(byte[] bytes) {
            output.write(bytes)
            output.flush()
        }

        /** Answers a request with a body of known length. */
        void reply(String body, int status = 200) {
            send("HTTP/1.1 $status Whatever\r\nContent-Length: ${body.length()}\r\n\r\n$body")
        }

        /** Reads requests and answers each with the same body, until the client hangs up. */
        void replyToAll(String body) {
            while (true) {
                head()
                reply(body)
            }
        }

        private String line() {
            def line = new StringBuilder()
            int next
            while ((next = input.read()) != ('\n' as char)) {
                if (next < 0) {
                    throw new EOFException('The client has hung up')
                }
                line << (char) next
            }
            line.toString().trim()
        }
    }
}
