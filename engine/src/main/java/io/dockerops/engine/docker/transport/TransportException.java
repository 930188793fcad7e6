package io.dockerops.engine.docker.transport;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An engine could not be reached, or an exchange with it broke off. The message begins with the engine's address.
 *
 * <p>{@link StreamHttpClient#execute} throws it inside an {@link java.io.UncheckedIOException}, since docker-java's
 * interface declares no checked exception; the streams of replies throw it as it is. {@link #in} finds it in either.
 */
public final class TransportException extends IOException {

    private static final long serialVersionUID = 1;

    /** What went wrong, told apart where the way out differs. */
    public enum Reason {
        /** No file is at the socket's path, or what is there is no socket: no engine is installed or running there. */
        NO_SUCH_SOCKET,
        /** The socket is there, but this user may not connect to it. */
        PERMISSION_DENIED,
        /** Socket or machine are there, but no process listens. */
        CONNECTION_REFUSED,
        /** The host's name has no address. */
        UNKNOWN_HOST,
        /** No way leads to the host, or connecting failed in a way that has no reason of its own here. */
        UNREACHABLE,
        /** Connecting took longer than the dialer's limit. */
        CONNECT_TIMED_OUT,
        /** The files with certificates and key are missing, can't be read, or don't belong together. */
        TLS_MATERIAL,
        /** The two sides don't agree on TLS: a certificate was refused, or the other side doesn't speak TLS. */
        TLS_FAILED,
        /** No byte of the reply came for as long as {@link ReadTimeouts} allows. */
        READ_TIMED_OUT,
        /** The connection ended before the reply did. Whether the request was carried out is not known. */
        CONNECTION_LOST,
        /** What answered does not follow HTTP/1.1. */
        MALFORMED_REPLY,
        /** The stream that the caller gave as request body or standard input failed; the cause is its exception. */
        REQUEST_BODY_FAILED,
        /** The thread was interrupted; its interrupt flag is still set. */
        INTERRUPTED,
        /** The reply or the client was closed on this side. */
        CLOSED
    }

    private final Reason reason;
    private final String address;

    /**
     * @param address the engine's address, or the file in question
     * @param what what happened, to stand after the address and a colon
     */
    public TransportException(Reason reason, String address, String what, @Nullable Throwable cause) {
        super(address + ": " + what, cause);
        this.reason = reason;
        this.address = address;
    }

    /** What went wrong. */
    public Reason reason() {
        return reason;
    }

    /** The engine's address as in {@link Dialer#address()}, or the file in question. */
    public String address() {
        return address;
    }

    /** The transport's failure among {@code failure} and its causes. */
    public static Optional<TransportException> in(Throwable failure) {
        Throwable each = failure;
        while (each != null && !(each instanceof TransportException)) {
            each = each.getCause();
        }
        return Optional.ofNullable((TransportException) each);
    }
}
