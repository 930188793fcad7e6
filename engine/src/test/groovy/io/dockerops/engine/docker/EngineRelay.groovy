package io.dockerops.engine.docker

import java.net.StandardProtocolFamily
import java.nio.ByteBuffer
import java.nio.channels.AsynchronousCloseException
import java.nio.channels.ServerSocketChannel
import java.nio.channels.SocketChannel
import java.nio.file.Path
import java.util.concurrent.ConcurrentLinkedQueue

/** A socket that leads to an engine's, and can be cut as if the engine had died. */
class EngineRelay implements AutoCloseable {

    private final ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
    private final Queue<SocketChannel> channels = new ConcurrentLinkedQueue<>()
    private final Path engine
    private boolean cut

    EngineRelay(Path socket, Path engine) {
        this.engine = engine
        server.bind(UnixDomainSocketAddress.of(socket))
        Thread.startDaemon {
            try {
                while (true) {
                    relay(server.accept())
                }
            } catch (IOException ignored) {
                // Cut.
            }
        }
    }

    /** The system may give a last connection after the closing of the server that waited for one. */
    private synchronized void relay(SocketChannel client) {
        if (cut) {
            client.close()
            return
        }
        def upstream = SocketChannel.open(UnixDomainSocketAddress.of(engine))
        channels.addAll([client, upstream])
        Thread.startDaemon { copy(client, upstream) }
        Thread.startDaemon { copy(upstream, client) }
    }

    private static void copy(SocketChannel from, SocketChannel to) {
        def buffer = ByteBuffer.allocate(16 * 1024)
        try {
            while (from.read(buffer) >= 0) {
                buffer.flip()
                while (buffer.hasRemaining()) {
                    to.write(buffer)
                }
                buffer.clear()
            }
            to.shutdownOutput()
        } catch (AsynchronousCloseException ignored) {
            // Cut.
        } catch (IOException ignored) {
            from.close()
            to.close()
        }
    }

    /** Ends all connections and takes no more. */
    @Override
    synchronized void close() {
        cut = true
        server.close()
        channels.each { it.close() }
    }
}
