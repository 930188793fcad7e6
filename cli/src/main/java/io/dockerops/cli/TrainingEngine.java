package io.dockerops.cli;

import io.dockerops.engine.json.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers on a Unix socket as a Docker engine would, so that {@link Training} loads what speaks to one. It knows only the
 * calls that training makes: what is created is there and runs from then on.
 */
final class TrainingEngine implements AutoCloseable {

    private static final String EVENT = """
            {"Type":"container","Action":"start","Actor":{"ID":"0","Attributes":{"name":"other"}}}""";

    private final Map<String, Map<String, Object>> containers = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, Map<String, Object>> networks = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Path socket;
    private final ServerSocketChannel server;
    private final ExecutorService threads = Executors.newCachedThreadPool(job -> {
        Thread thread = new Thread(job, "training-engine");
        thread.setDaemon(true);
        return thread;
    });

    /** Begins to answer on {@code socket}, which must not exist. */
    TrainingEngine(Path socket) throws IOException {
        this.socket = socket;
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        threads.execute(this::accept);
    }

    /** Where it answers, as {@code DOCKER_HOST} has it. */
    String address() {
        return "unix://" + socket;
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed: the training is over.
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            InputStream input = new BufferedInputStream(Channels.newInputStream(client));
            for (Optional<String> head = head(input); head.isPresent(); head = head(input)) {
                byte[] body = input.readNBytes(length(head.get()));
                String[] words = head.get().split(" ", 3);
                String reply = reply(words[0], words[1], new String(body, StandardCharsets.UTF_8));
                ByteBuffer bytes = ByteBuffer.wrap(reply.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    client.write(bytes);
                }
            }
        } catch (IOException e) {
            // The client has gone.
        }
    }

    private static Optional<String> head(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = input.read();
            if (next < 0) {
                return Optional.empty();
            }
            head.append((char) next);
        }
        return Optional.of(head.toString());
    }

    private static int length(String head) {
        String field = "Content-Length: ";
        return head.lines()
                .filter(line -> line.startsWith(field))
                .mapToInt(line -> Integer.parseInt(line.substring(field.length())))
                .findFirst()
                .orElse(0);
    }

    private String reply(String method, String path, String body) {
        if (path.contains("/events")) {
            return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(EVENT.length())
                    + "\r\n" + EVENT + "\r\n";
        }
        String content = method.equals("POST") ? changed(path, body) : found(path);
        String status = content.isEmpty() ? "204 No Content" : "200 OK";
        String type = content.isEmpty() ? "" : "Content-Type: application/json\r\n";
        return "HTTP/1.1 " + status + "\r\nApi-Version: 1.41\r\n" + type + "Content-Length: "
                + content.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + content;
    }

    private String found(String path) {
        String what = path.substring(path.indexOf('/', 1) + 1);
        if (what.startsWith("containers/json")) {
            return list(containers);
        }
        if (what.startsWith("containers/")) {
            String name = what.split("/", 3)[1];
            return Json.write(containers.getOrDefault(name, Map.of()));
        }
        return switch (what) {
            case "networks" -> list(networks);
            case "volumes" -> "{\"Volumes\":[]}";
            case "images/json" -> "[{\"Id\":\"sha256:0\",\"RepoTags\":[\"app:latest\"],\"Labels\":null}]";
            case "info" -> "{\"SystemTime\":\"2020-01-01T00:00:00Z\"}";
            default -> "{}";
        };
    }

    private static String list(Map<String, Map<String, Object>> elements) {
        List<Object> list = new ArrayList<>();
        synchronized (elements) {
            list.addAll(elements.values());
        }
        return Json.write(list);
    }

    private String changed(String path, String body) {
        if (path.endsWith("/networks/create")) {
            Map<String, Object> network = Json.object(body);
            network.put("Id", network.get("Name"));
            networks.put(String.valueOf(network.get("Name")), network);
            return "{\"Id\":\"" + network.get("Name") + "\"}";
        }
        int name = path.indexOf("containers/create?name=");
        if (name < 0) {
            return "";
        }
        String id = path.substring(path.indexOf('=', name) + 1);
        containers.put(id, container(id, Json.object(body)));
        return "{\"Id\":\"" + id + "\"}";
    }

    /** A container as both the list and an inspection show it. */
    private static Map<String, Object> container(String id, Map<String, Object> wanted) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("Id", id);
        shown.put("Name", "/" + id);
        shown.put("Names", List.of("/" + id));
        shown.put("Image", "sha256:0");
        shown.put("ImageID", "sha256:0");
        shown.put("Status", "Up 1 second");
        shown.put("Labels", wanted.get("Labels"));
        shown.put("Ports", List.of());
        shown.put("State", Map.of("Status", "running", "StartedAt", "2020-01-01T00:00:00Z", "ExitCode", 0L));
        shown.put("HostConfig", wanted.get("HostConfig"));
        Object networking = wanted.get("NetworkingConfig");
        if (networking instanceof Map<?, ?> map) {
            shown.put("NetworkSettings", Map.of("Networks", Json.cast(map).getOrDefault("EndpointsConfig", Map.of())));
        }
        shown.put("Config", wanted);
        return shown;
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        server.close();
    }
}
