package io.dockerops.engine.fake;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.port.ContainerStatus;
import io.dockerops.engine.port.ContainerStatus.Health;
import io.dockerops.engine.port.ContainerStatus.State;
import io.dockerops.engine.port.FileCopy;
import io.dockerops.engine.port.ProcessLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One container of the fake engine. Guarded by the world's lock. */
final class FakeContainer {

    /** A line of its log. */
    record Line(Instant time, String text, boolean error) {}

    /** A port of the host that leads to one of its own. */
    record Binding(String address, int hostPort, String port) {
        @Override
        public String toString() {
            return (address.isEmpty() ? "0.0.0.0" : address) + ":" + hostPort + "->" + port;
        }
    }

    private static final FieldPath NETWORKS = FieldPath.of("Networks");

    final String id;
    final FakeImage image;
    final List<Line> log = new ArrayList<>();
    /** The commands that run beside its main process. */
    final List<ProcessLine> background = new ArrayList<>();

    final List<Binding> bindings = new ArrayList<>();
    final SortedMap<String, String> addresses = new TreeMap<>();
    /** Folders that were put into it, by where they went. */
    final SortedMap<String, FileCopy> copied = new TreeMap<>();

    String name;
    /** What was asked for, with what networks and updates have changed since. */
    Specification wanted;

    State state = State.CREATED;
    int exitCode;

    @Nullable
    Instant startedAt;

    @Nullable
    Health health;

    String lastCheck = "";
    boolean checked;
    int eventsToHealth;
    FakeProgram program = FakeProgram.RUNS;

    FakeContainer(String id, String name, FakeImage image, Specification wanted) {
        this.id = id;
        this.name = name;
        this.image = image;
        this.wanted = wanted;
    }

    boolean running() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    ContainerStatus status() {
        Optional<String> started = Optional.ofNullable(startedAt).map(Instant::toString);
        Optional<Health> checks = running() ? Optional.ofNullable(health) : Optional.empty();
        return new ContainerStatus(state, exitCode, started.isPresent(), checks, started);
    }

    /** The labels of image and container. */
    SortedMap<String, String> labels() {
        TreeMap<String, String> labels = new TreeMap<>(image.labels());
        wanted.below(FieldPath.of("Labels")).fields().forEach((path, value) -> labels.put(path.last(), text(value)));
        return Collections.unmodifiableSortedMap(labels);
    }

    /** The networks that it is to be in. */
    List<String> networks() {
        return wanted.below(NETWORKS).fields().keySet().stream()
                .map(path -> path.segments().get(1))
                .distinct()
                .toList();
    }

    void join(String network, Specification endpoint) {
        Specification.Builder joined = wanted.toBuilder();
        FieldPath at = NETWORKS.child(network);
        joined.put(at.child("Aliases"), Value.texts(List.of()));
        endpoint.fields().forEach((path, value) -> joined.put(at.join(path.segments()), value));
        wanted = joined.build();
    }

    void leave(String network) {
        wanted = wanted.toBuilder().remove(NETWORKS.child(network)).build();
        addresses.remove(network);
    }

    /** The program and its arguments: what was asked for, else what the image says. */
    List<String> command() {
        FieldPath entrypoint = FieldPath.of("Entrypoint");
        FieldPath command = FieldPath.of("Cmd");
        List<String> words = new ArrayList<>(
                texts(wanted.get(entrypoint).or(() -> image.config().get(entrypoint))));
        boolean own = wanted.get(entrypoint).isPresent() || wanted.get(command).isPresent();
        words.addAll(texts(own ? wanted.get(command) : image.config().get(command)));
        return words;
    }

    /** Whether {@code port}, such as {@code 80/tcp}, is reachable at all. */
    boolean exposes(String port) {
        FieldPath path = FieldPath.of("ExposedPorts", port);
        return wanted.get(path).isPresent() || image.config().get(path).isPresent();
    }

    /** Whether the engine checks its health. */
    boolean hasCheck() {
        FieldPath test = FieldPath.of("Healthcheck", "Test");
        List<String> words = texts(wanted.get(test).or(() -> image.config().get(test)));
        return !words.isEmpty() && !words.get(0).equals("NONE");
    }

    /** Whether the engine starts it again after it has ended with {@code code}. */
    boolean restarts(int code) {
        String policy = wanted.text("HostConfig", "RestartPolicy", "Name").orElse("no");
        return switch (policy) {
            case "always", "unless-stopped" -> true;
            case "on-failure" -> code != 0;
            default -> false;
        };
    }

    /** The named volumes that it has. */
    List<String> volumes() {
        List<String> names = new ArrayList<>();
        for (Map.Entry<FieldPath, Value> field : wanted.fields().entrySet()) {
            FieldPath path = field.getKey();
            if (path.startsWith(FieldPath.of("HostConfig", "Binds"))) {
                names.add(source(text(field.getValue())));
            } else if (path.startsWith(FieldPath.of("HostConfig", "Mounts"))
                    && path.last().equals("Source")) {
                names.add(text(field.getValue()));
            }
        }
        return names.stream().filter(name -> !name.startsWith("/")).distinct().toList();
    }

    private static String source(String bind) {
        return bind.substring(0, bind.indexOf(':'));
    }

    static String text(Value value) {
        return value instanceof Value.Text text ? text.text() : value.toString();
    }

    static List<String> texts(Optional<Value> value) {
        return value.filter(Value.Items.class::isInstance)
                .map(items -> ((Value.Items) items)
                        .items().stream().map(FakeContainer::text).toList())
                .orElse(List.of());
    }
}
