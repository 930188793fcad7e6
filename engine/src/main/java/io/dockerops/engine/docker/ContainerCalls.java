package io.dockerops.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.dockerops.engine.archive.ContainerFiles;
import io.dockerops.engine.json.Json;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Platform;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerSummary;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.EngineRefused;
import io.dockerops.engine.port.ExecResult;
import io.dockerops.engine.port.FileCopy;
import io.dockerops.engine.port.ProcessLine;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The calls about containers that are answered at once. */
final class ContainerCalls {

    private static final int PROCESS_COLUMNS = 3;
    private static final FieldPath PIDS_LIMIT = FieldPath.of("HostConfig", "PidsLimit");
    private static final FieldPath RESTART_POLICY = FieldPath.of("HostConfig", "RestartPolicy");

    private final EngineApi api;

    ContainerCalls(EngineApi api) {
        this.api = api;
    }

    List<ContainerSummary> list(SortedMap<String, String> labels) {
        ApiPath path = ApiPath.of("containers", "json").query("all", "true");
        if (!labels.isEmpty()) {
            path.query("filters", filters("label", labels));
        }
        return Answers.each(api.get(path), Answers::summary);
    }

    /** A filter in the form that lists and events take. */
    static String filters(String name, SortedMap<String, String> labels) {
        List<Object> texts = new ArrayList<>();
        labels.forEach((label, value) -> texts.add(label + "=" + value));
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put(name, texts);
        return Json.write(filters);
    }

    Optional<ContainerDetails> inspect(String container) {
        return inspected(container).map(inspected -> Answers.details(inspected, this::nameOf));
    }

    private String nameOf(String id) {
        return inspected(id).map(Answers::ownName).orElse(id);
    }

    /** Its processes, in columns that end with the command line, which may have spaces. */
    List<ProcessLine> processes(String container) {
        ApiPath path = ApiPath.of("containers", container, "top").query("ps_args", "-eo pid,uid,args");
        List<ProcessLine> processes = new ArrayList<>();
        for (Object row : JsonTree.list(JsonTree.object(api.get(path)).get("Processes"))) {
            List<?> columns = JsonTree.list(row);
            if (columns.size() == PROCESS_COLUMNS) {
                processes.add(new ProcessLine(String.valueOf(columns.get(1)), String.valueOf(columns.get(2))));
            }
        }
        return processes;
    }

    /** What the last check of its health gave. */
    Optional<ExecResult> lastHealthCheck(String container) {
        return inspected(container)
                .map(found -> JsonTree.object(JsonTree.object(found, "State"), "Health"))
                .map(health -> JsonTree.list(health.get("Log")))
                .filter(checks -> !checks.isEmpty())
                .map(checks -> JsonTree.object(checks.get(checks.size() - 1)))
                .map(last -> new ExecResult((int) JsonTree.number(last, "ExitCode"), JsonTree.text(last, "Output")));
    }

    /** Whether the container's processes have a terminal. */
    boolean hasTerminal(String container) {
        Map<String, Object> inspected = JsonTree.object(api.get(ApiPath.of("containers", container, "json")));
        return JsonTree.flag(JsonTree.object(inspected, "Config"), "Tty");
    }

    private Optional<Map<String, Object>> inspected(String container) {
        try {
            return Optional.of(JsonTree.object(api.get(ApiPath.of("containers", container, "json"))));
        } catch (EngineRefused e) {
            if (e.notFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Makes a container, with one endpoint at first where the engine takes no more. */
    String create(String name, Specification specification) {
        Specification wanted = specification.canonical();
        NewerFields.check(wanted, api.version());
        ApiPath path = ApiPath.of("containers", "create").query("name", name);
        wanted.text(Platform.FIELD.first()).ifPresent(platform -> path.query("platform", platform));
        Map<String, Object> body = SpecificationJson.container(
                wanted.toBuilder().remove(Platform.FIELD).build());
        Map<String, Object> networking = JsonTree.object(body, "NetworkingConfig");
        Map<String, Object> endpoints = JsonTree.object(networking, "EndpointsConfig");
        Map<String, Object> later = new LinkedHashMap<>();
        if (!endpoints.isEmpty()) {
            String first = first(wanted, endpoints);
            setNetworkMode(body, first);
            if (api.version().isBefore(ApiVersion.SEVERAL_ENDPOINTS)) {
                later.putAll(endpoints);
                endpoints.keySet().removeIf(network -> !network.equals(first));
                later.remove(first);
            }
        }
        String id = JsonTree.text(JsonTree.object(api.post(path, body)), "Id");
        if (!later.isEmpty()) {
            connectAll(id, later);
        }
        return id;
    }

    /** The network that the container is in from its start: the one that its mode names, else the first by name. */
    private static String first(Specification wanted, Map<String, Object> endpoints) {
        return wanted.text("HostConfig", "NetworkMode")
                .filter(endpoints::containsKey)
                .orElseGet(() -> endpoints.keySet().iterator().next());
    }

    /** Without a mode it is up to the engine's version whether the container is in the default bridge too. */
    private static void setNetworkMode(Map<String, Object> body, String network) {
        Object host = body.computeIfAbsent("HostConfig", name -> new LinkedHashMap<String, Object>());
        JsonTree.object(host).putIfAbsent("NetworkMode", network);
    }

    private void connectAll(String id, Map<String, Object> endpoints) {
        try {
            endpoints.forEach((network, endpoint) -> connect(network, id, JsonTree.object(endpoint)));
        } catch (RuntimeException e) {
            removeAfter(e, id);
            throw e;
        }
    }

    void connect(String network, String container, Map<String, Object> endpoint) {
        // Of a container that does not run, engines take a network that is not there, and complain when it is started.
        api.get(ApiPath.of("networks", network));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Container", container);
        body.put("EndpointConfig", endpoint);
        api.post(ApiPath.of("networks", network, "connect"), body);
    }

    /**
     * Removes a container that was made on the way to something that has failed, running or not, also when this thread
     * has been interrupted. What goes wrong here is added to {@code failure}.
     */
    void removeAfter(Throwable failure, String id) {
        boolean interrupted = Thread.interrupted();
        try {
            remove(id, true);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void copyFiles(String container, List<FileCopy> files) {
        ApiPath path = ApiPath.of("containers", container, "archive").query("path", "/");
        ContainerUsers users = new ContainerUsers(api, container);
        try (InputStream tar = new ContainerFiles(files, users::owner, users::has).tar();
                Response response = api.upload("PUT", path, tar)) {
            response.getBody().readAllBytes();
        } catch (IOException e) {
            throw EngineFailures.of(e);
        }
    }

    void start(String container) {
        post(container, "start");
    }

    void stop(String container, Duration timeout) {
        // Rounded up: with 0 the engine kills at once.
        long seconds = timeout.plusSeconds(1).minusNanos(1).toSeconds();
        api.post(ApiPath.of("containers", container, "stop").query("t", String.valueOf(seconds)), null);
    }

    void kill(String container, String signal) {
        api.post(ApiPath.of("containers", container, "kill").query("signal", signal), null);
    }

    void remove(String container, boolean kill) {
        api.delete(ApiPath.of("containers", container).query("v", "true").query("force", String.valueOf(kill)));
    }

    void rename(String container, String name) {
        api.post(ApiPath.of("containers", container, "rename").query("name", name), null);
    }

    /** Sets limits and restart policy; what the engine would pass over without a word is refused. */
    void update(String container, Specification changes) {
        Specification wanted = changes.canonical();
        wanted.fields().forEach(ContainerCalls::checkTaken);
        api.post(ApiPath.of("containers", container, "update"), SpecificationJson.update(wanted));
    }

    /** In an update the engine takes a limit's default for "as it is", save for those that it knows to be absent. */
    private static void checkTaken(FieldPath path, Value value) {
        boolean taken = path.equals(PIDS_LIMIT) || path.startsWith(RESTART_POLICY);
        if (!taken && Specification.EMPTY.has(path, value)) {
            throw new EngineException.Failed(
                    "the engine cannot take `" + path + "` away from a container that is there",
                    "remove the container and let the next run make it anew");
        }
    }

    private void post(String container, String verb) {
        api.post(ApiPath.of("containers", container, verb), null);
    }

    /** The fields of an endpoint as the engine takes them, when it knows them all. */
    Map<String, Object> endpoint(Specification endpoint) {
        Specification.Builder full = Specification.builder();
        endpoint.fields()
                .forEach((path, value) -> full.put(FieldPath.of("Networks", "*").join(path.segments()), value));
        NewerFields.check(full.build(), api.version());
        return SpecificationJson.endpoint(endpoint);
    }
}
