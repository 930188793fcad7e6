package io.dockerops.engine.docker;

import io.dockerops.engine.model.Specification;
import io.dockerops.engine.port.Cancelled;
import io.dockerops.engine.port.EngineRefused;
import io.dockerops.engine.port.NetworkDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The calls about networks. */
final class NetworkCalls {

    private static final int CONFLICT = 409;
    private static final int ATTEMPTS = 8;
    private static final int LONGEST_PAUSE_MILLIS = 200;

    private final EngineApi api;
    private final ContainerCalls containers;

    NetworkCalls(EngineApi api, ContainerCalls containers) {
        this.api = api;
        this.containers = containers;
    }

    List<NetworkDetails> list() {
        return Answers.each(api.get(ApiPath.of("networks")), Answers::network);
    }

    /**
     * Makes a network whose name no other network has. Engines before API 1.44 look for the name before they make the
     * network, not while, so that two callers at once can both get one. Therefore each looks again afterwards and gives
     * its network up when it sees another: of two, at most one can have looked before the other's was there.
     */
    void create(String name, Specification specification) {
        Specification wanted = specification.canonical();
        NewerFields.check(wanted, api.version());
        Map<String, Object> body = SpecificationJson.network(name, wanted);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Object created = api.post(ApiPath.of("networks", "create"), body);
            String id = JsonTree.text(JsonTree.object(created), "Id");
            if (!api.version().isBefore(ApiVersion.UNIQUE_NETWORK_NAMES) || isAlone(name, id)) {
                return;
            }
            remove(id);
            pause();
        }
        throw new EngineRefused(CONFLICT, "network with name " + name + " already exists");
    }

    private boolean isAlone(String name, String id) {
        return list().stream()
                .noneMatch(other -> other.name().equals(name) && !other.id().equals(id));
    }

    /** So long that two who gave up at once do not meet again. */
    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    void remove(String network) {
        api.delete(ApiPath.of("networks", network));
    }

    void connect(String network, String container, Specification endpoint) {
        containers.connect(network, container, containers.endpoint(endpoint));
    }

    void disconnect(String network, String container) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Container", container);
        api.post(ApiPath.of("networks", network, "disconnect"), body);
    }
}
