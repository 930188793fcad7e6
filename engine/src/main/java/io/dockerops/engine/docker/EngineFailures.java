package io.dockerops.engine.docker;

import com.github.dockerjava.api.exception.DockerException;
import io.dockerops.engine.docker.transport.TransportException;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.port.Cancelled;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.EngineRefused;
import io.dockerops.engine.port.HostUnreachable;
import io.dockerops.engine.port.HostUnreachable.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns HTTP statuses, the transport's exceptions and docker-java's into those of the port. */
final class EngineFailures {

    private static final String START_HERE = "start Docker, or let DockerOps run an engine of its own:"
            + " `dockerops run --with-engine`, or `dockerops engine start`";

    /** What to do about an engine that was lost. */
    static final String SEE_AND_REPEAT =
            "see whether the engine still runs, and run the same command again: it goes on from what is there";

    private EngineFailures() {}

    /** An answer that is an error. */
    static EngineRefused refused(int status, String body) {
        return new EngineRefused(status, words(body, status));
    }

    /** What the engine said in the body of an error. */
    private static String words(String body, int status) {
        try {
            if (Json.parse(body) instanceof Map<?, ?> map && map.get("message") instanceof String message) {
                return message;
            }
        } catch (IllegalArgumentException e) {
            // Not JSON: a proxy before the engine answered, or an engine that is just ending. The text is all there is.
        }
        return body.isBlank() ? "HTTP status " + status : body.strip();
    }

    /** As {@link #of}, while an engine is looked for: it may not run at all. */
    static RuntimeException whileConnecting(Throwable failure) {
        return of(failure, true);
    }

    /**
     * The port's form of anything that a call of an engine can throw that has answered before. What is none of the known
     * failures is an error in this program and comes back as it is.
     */
    static RuntimeException of(Throwable failure) {
        return of(failure, false);
    }

    private static RuntimeException of(Throwable failure, boolean connecting) {
        EngineException known = known(failure, connecting);
        if (known != null) {
            return known;
        }
        if (failure instanceof RuntimeException unknown) {
            return unknown;
        }
        return new EngineException.Failed("the engine's answer cannot be read: " + failure.getMessage(), failure);
    }

    private static @Nullable EngineException known(Throwable failure, boolean connecting) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            // The input of a request can bring one along; the transport then has it as its cause.
            if (each instanceof EngineException already) {
                return already;
            }
        }
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                return new Cancelled();
            }
            if (each instanceof TransportException lost) {
                return unreachable(lost, connecting);
            }
            if (each instanceof DockerException answer) {
                return refused(answer.getHttpStatus(), answerBody(answer));
            }
        }
        return null;
    }

    /** docker-java puts {@code Status 404: } before the body that it was given. */
    private static String answerBody(DockerException answer) {
        String message = String.valueOf(answer.getMessage());
        String prefix = "Status " + answer.getHttpStatus() + ": ";
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    private static EngineException unreachable(TransportException failure, boolean connecting) {
        return switch (failure.reason()) {
            case NO_SUCH_SOCKET, CONNECTION_REFUSED -> connecting ? notRunning(failure) : lost(failure);
            case PERMISSION_DENIED ->
                unreachable(
                        Reason.NO_PERMISSION, "this user may not use the Docker engine at ", permissionHint(), failure);
            case UNKNOWN_HOST, UNREACHABLE, CONNECT_TIMED_OUT ->
                unreachable(
                        Reason.NO_CONNECTION,
                        "the Docker engine cannot be reached at ",
                        "check the host's address, and that the network between lets it through",
                        failure);
            case TLS_MATERIAL, TLS_FAILED ->
                unreachable(
                        Reason.NO_CONNECTION,
                        "no secure connection comes about with the Docker engine at ",
                        "check ca.pem, cert.pem and key.pem, and that the engine's certificate names this host",
                        failure);
            case READ_TIMED_OUT, CONNECTION_LOST, MALFORMED_REPLY -> lost(failure);
            case REQUEST_BODY_FAILED -> new EngineException.Failed(String.valueOf(failure.getMessage()), failure);
            case INTERRUPTED, CLOSED -> new Cancelled();
        };
    }

    private static HostUnreachable notRunning(TransportException failure) {
        return unreachable(
                Reason.NOT_RUNNING, "no Docker engine answers at ", notRunningHint(failure.address()), failure);
    }

    private static HostUnreachable lost(TransportException failure) {
        return unreachable(Reason.LOST, "lost the Docker engine at ", SEE_AND_REPEAT, failure);
    }

    private static HostUnreachable unreachable(Reason reason, String what, String hint, TransportException failure) {
        return new HostUnreachable(reason, what + failure.getMessage(), hint, failure);
    }

    private static String notRunningHint(String address) {
        return address.startsWith("unix:")
                ? START_HERE
                : "start the engine on that host, or correct the host's address";
    }

    private static String permissionHint() {
        return "add this user to the group `docker` (`sudo usermod -aG docker "
                + System.getProperty("user.name", "USER") + "`, then log in again), or use sudo";
    }
}
