package io.dockerops.engine.docker.transport;

import io.dockerops.engine.docker.transport.TransportException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tells reasons from the JDK's exceptions; looked at only when something has failed. */
final class Failures {

    private Failures() {}

    /** Why a connection that was open can't be read or written. */
    static Reason reason(IOException failure) {
        // Channels, TLS sockets and pipes each have an exception of their own for it; the flag is common to all.
        if (Thread.currentThread().isInterrupted()) {
            return Reason.INTERRUPTED;
        }
        return isAboutTls(failure) ? Reason.TLS_FAILED : Reason.CONNECTION_LOST;
    }

    /** Whether TLS itself failed rather than the connection below. */
    static boolean isAboutTls(IOException failure) {
        Throwable cause = failure.getCause();
        boolean below = cause instanceof SocketException || cause instanceof EOFException;
        return failure instanceof SSLException && !below;
    }

    /** What a reason is called in the middle of a message, with the cause's own words where they help. */
    static String text(Reason reason, @Nullable Exception cause) {
        if (reason == Reason.INTERRUPTED) {
            return "interrupted";
        }
        if (reason == Reason.CLOSED) {
            return "closed on this side";
        }
        String what = reason == Reason.TLS_FAILED ? "TLS failed" : "the connection was lost";
        return cause == null || cause.getMessage() == null ? what : what + " (" + cause.getMessage() + ")";
    }
}
