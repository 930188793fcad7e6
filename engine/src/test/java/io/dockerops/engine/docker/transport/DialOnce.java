package io.dockerops.engine.docker.transport;

import java.nio.file.Path;
import java.time.Duration;

/** A program that connects to a socket and prints what becomes of it; for specs that need another user's rights. */
public final class DialOnce {

    private DialOnce() {}

    /** Takes the socket's path. */
    public static void main(String[] arguments) {
        try (ByteConnection connection = new UnixDialer(Path.of(arguments[0]), Duration.ofSeconds(5)).dial()) {
            System.out.println("connected, stale: " + connection.isStale());
        } catch (TransportException e) {
            System.out.println(e.reason() + " " + e.getMessage());
        }
    }
}
