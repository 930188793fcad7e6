package io.dockerops.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.port.EngineRefused;
import io.dockerops.engine.port.HostUnreachable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One engine's API: requests and replies as JSON trees, in one version of the API, with the port's exceptions.
 *
 * <p>Thread-safe.
 */
final class EngineApi implements AutoCloseable {

    private static final int NOT_MODIFIED = 304;
    private static final int FIRST_ERROR = 300;

    private final DockerHttpClient client;
    private final ApiVersion version;
    private final String prefix;

    private EngineApi(DockerHttpClient client, ApiVersion version) {
        this.client = client;
        this.version = version;
        this.prefix = "/v" + version;
    }

    /**
     * Agrees with the engine on a version: the newest that both sides and {@code limit} know.
     *
     * @param address where the engine is, for messages
     * @throws EngineRefused when there is none
     */
    static EngineApi connect(DockerHttpClient client, String address, ApiVersion limit) {
        ApiVersion engines = ask(client, address);
        if (engines.isBefore(ApiVersion.OLDEST)) {
            throw new EngineRefused(
                    0,
                    "this engine speaks API " + engines + ", and DockerOps needs " + ApiVersion.OLDEST
                            + " or newer (Docker 20.10)");
        }
        return new EngineApi(client, engines.isBefore(limit) ? engines : limit);
    }

    private static ApiVersion ask(DockerHttpClient client, String address) {
        Request ping = Request.builder().method("GET").path("/_ping").build();
        String answer;
        try (Response response = checked(client.execute(ping))) {
            answer = response.getHeader("Api-Version");
        } catch (IOException | RuntimeException e) {
            throw EngineFailures.whileConnecting(e);
        }
        try {
            return ApiVersion.parse(answer == null ? "" : answer);
        } catch (IllegalArgumentException e) {
            throw new HostUnreachable(
                    HostUnreachable.Reason.NO_CONNECTION,
                    "what answers at " + address + " is no Docker engine",
                    "correct the host's address",
                    e);
        }
    }

    /** The version that is spoken. */
    ApiVersion version() {
        return version;
    }

    /** The transport below, for docker-java's own commands. */
    DockerHttpClient client() {
        return client;
    }

    /** Asks for a JSON value. */
    @Nullable
    Object get(ApiPath path) {
        return call("GET", path, null);
    }

    /** Sends a JSON value, or nothing when {@code body} is null. */
    @Nullable
    Object post(ApiPath path, @Nullable Map<String, Object> body) {
        return call("POST", path, body);
    }

    /** Asks for something to be removed. */
    void delete(ApiPath path) {
        call("DELETE", path, null);
    }

    private @Nullable Object call(String method, ApiPath path, @Nullable Map<String, Object> body) {
        try (Response response = send(request(method, path, body))) {
            InputStream in = response.getBody();
            // Whether there is a value at all differs between engines, so that only the first byte tells.
            PushbackInputStream peeked = new PushbackInputStream(in);
            int first = response.getStatusCode() == NOT_MODIFIED ? -1 : peeked.read();
            if (first < 0) {
                return null;
            }
            peeked.unread(first);
            return Json.parse(peeked);
        } catch (IOException e) {
            throw EngineFailures.of(e);
        }
    }

    /** Asks for an answer that goes on; it is the caller's to close. */
    Response stream(String method, ApiPath path, @Nullable Map<String, Object> body) {
        return send(request(method, path, body));
    }

    /** Sends {@code body} as it is read, and gives an answer that goes on; it is the caller's to close. */
    Response upload(ApiPath path, InputStream body) {
        return upload("POST", path, body);
    }

    /** The same with another method of HTTP. */
    Response upload(String method, ApiPath path, InputStream body) {
        return send(Request.builder()
                .method(method)
                .path(prefix + path)
                .putHeader("Content-Type", "application/x-tar")
                .body(body)
                .build());
    }

    /** Turns the connection into one that carries {@code input} to the engine and its output back. */
    Response hijack(ApiPath path, @Nullable Map<String, Object> body, InputStream input) {
        return send(json(Request.builder().method("POST").path(prefix + path), body)
                .hijackedInput(input)
                .build());
    }

    private Request request(String method, ApiPath path, @Nullable Map<String, Object> body) {
        return json(Request.builder().method(method).path(prefix + path), body).build();
    }

    private static Request.Builder json(Request.Builder request, @Nullable Map<String, Object> body) {
        if (body != null) {
            request.putHeader("Content-Type", "application/json");
            request.bodyBytes(Json.write(body).getBytes(StandardCharsets.UTF_8));
        }
        return request;
    }

    private Response send(Request request) {
        try {
            return checked(client.execute(request));
        } catch (IOException | RuntimeException e) {
            throw EngineFailures.of(e);
        }
    }

    private static Response checked(Response response) throws IOException {
        int status = response.getStatusCode();
        if (status < FIRST_ERROR || status == NOT_MODIFIED) {
            return response;
        }
        try (response) {
            String body = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
            throw EngineFailures.refused(status, body);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw EngineFailures.of(e);
        }
    }
}
