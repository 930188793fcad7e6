package io.dockerops.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.port.Cancelled;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.EventListener;
import io.dockerops.engine.port.HostUnreachable;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Listens to the events of containers on a thread of its own until closed. */
final class EventStream implements AutoCloseable, Runnable {

    private final Response response;
    private final EventListener listener;
    private volatile boolean closed;

    private EventStream(Response response, EventListener listener) {
        this.response = response;
        this.listener = listener;
    }

    /**
     * Opens the stream. The engine sends the head of its answer before it has begun to listen itself, so that it is
     * asked to give again what has happened since a moment before, by its own clock.
     */
    static EventStream open(EngineApi api, SortedMap<String, String> labels, EventListener listener) {
        Map<String, Object> info = JsonTree.object(api.get(ApiPath.of("info")));
        Instant now = OffsetDateTime.parse(JsonTree.text(info, "SystemTime")).toInstant();
        ApiPath path = ApiPath.of("events").query("since", ApiPath.seconds(now)).query("filters", filters(labels));
        EventStream stream = new EventStream(api.stream("GET", path, null), listener);
        Thread thread = new Thread(stream, "dockerops-events");
        thread.setDaemon(true);
        thread.start();
        return stream;
    }

    private static String filters(SortedMap<String, String> labels) {
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("type", List.of("container"));
        List<Object> texts = new ArrayList<>();
        labels.forEach((label, value) -> texts.add(label + "=" + value));
        if (!texts.isEmpty()) {
            filters.put("label", texts);
        }
        return Json.write(filters);
    }

    @Override
    public void run() {
        try (response;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(response.getBody(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    listener.onEvent(Answers.event(Json.object(line)));
                }
            }
            throw new EOFException("the engine ended the stream of events");
        } catch (IOException | RuntimeException e) {
            RuntimeException failure = EngineFailures.of(e);
            if (!closed && !(failure instanceof Cancelled)) {
                listener.onLost(lost(failure));
            }
        }
    }

    private static EngineException lost(RuntimeException cause) {
        return cause instanceof EngineException known
                ? known
                : new HostUnreachable(
                        HostUnreachable.Reason.LOST,
                        "lost the stream of events: " + cause.getMessage(),
                        EngineFailures.SEE_AND_REPEAT,
                        cause);
    }

    @Override
    public void close() {
        closed = true;
        response.close();
    }
}
