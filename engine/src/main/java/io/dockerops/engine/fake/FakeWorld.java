package io.dockerops.engine.fake;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.port.ContainerEvent;
import io.dockerops.engine.port.EngineRefused;
import io.dockerops.engine.port.NetworkDetails;
import io.dockerops.engine.port.VolumeDetails;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** All that is in a fake engine. What changes or reads it holds its lock. */
final class FakeWorld {

    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;

    static final int ID_LENGTH = 64;

    final FakeProcesses processes = new FakeProcesses();
    final FakeMachine machine = new FakeMachine();
    final FakeRegistry registry = new FakeRegistry();
    final FakeEvents events = new FakeEvents();
    final ReentrantLock lock = new ReentrantLock();
    /** Signalled when a log has grown or a container has ended. */
    final Condition changed = lock.newCondition();

    final Map<String, FakeContainer> containers = new LinkedHashMap<>();
    final Map<String, NetworkDetails> networks = new TreeMap<>();
    final Map<String, VolumeDetails> volumes = new TreeMap<>();
    final Map<String, FakeImage> images = new TreeMap<>();

    /** Called after each event; it may cause others. */
    private final List<Consumer<ContainerEvent>> followers = new ArrayList<>();

    private int ids;

    void follow(Consumer<ContainerEvent> follower) {
        followers.add(follower);
    }

    /** A new id in the form that engines use. */
    String newId() {
        String number = Integer.toHexString(++ids);
        return String.format("%12s", number).replace(' ', '0') + "f".repeat(ID_LENGTH - 12);
    }

    Optional<FakeContainer> find(String nameOrId) {
        return containers.values().stream()
                .filter(container -> container.name.equals(nameOrId) || container.id.equals(nameOrId))
                .findFirst();
    }

    FakeContainer container(String nameOrId) {
        return find(nameOrId).orElseThrow(() -> refused(NOT_FOUND, "No such container: " + nameOrId));
    }

    void checkFree(String name, String prefix) {
        find(name).ifPresent(other -> {
            throw refused(
                    CONFLICT,
                    prefix + "Conflict. The container name \"/" + name + "\" is already in use by container \""
                            + other.id
                            + "\". You have to remove (or rename) that container to be able to reuse that name.");
        });
    }

    void happened(FakeContainer container, String action, int exitCode) {
        ContainerEvent event = new ContainerEvent(container.id, container.name, action, exitCode);
        events.add(event, container.labels());
        changed.signalAll();
        followers.forEach(follower -> follower.accept(event));
    }

    static EngineRefused refused(int status, String message) {
        return new EngineRefused(status, message);
    }

    /** The labels that {@code specification} asks for. */
    static SortedMap<String, String> labels(Specification specification) {
        TreeMap<String, String> labels = new TreeMap<>();
        specification
                .below(FieldPath.of("Labels"))
                .fields()
                .forEach((path, value) -> labels.put(path.last(), FakeContainer.text(value)));
        return Collections.unmodifiableSortedMap(labels);
    }
}
