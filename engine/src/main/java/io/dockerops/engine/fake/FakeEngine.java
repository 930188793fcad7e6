package io.dockerops.engine.fake;

import io.dockerops.engine.fake.FakeCall.Kind;
import io.dockerops.engine.model.ExecCommand;
import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.Platform;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.port.BuildRequest;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.ContainerStatus.Health;
import io.dockerops.engine.port.ContainerSummary;
import io.dockerops.engine.port.EngineInfo;
import io.dockerops.engine.port.EventListener;
import io.dockerops.engine.port.ExecResult;
import io.dockerops.engine.port.FileCopy;
import io.dockerops.engine.port.ImageDetails;
import io.dockerops.engine.port.LogListener;
import io.dockerops.engine.port.LogRequest;
import io.dockerops.engine.port.NetworkDetails;
import io.dockerops.engine.port.ProcessLine;
import io.dockerops.engine.port.ProgressListener;
import io.dockerops.engine.port.PullRequest;
import io.dockerops.engine.port.Streams;
import io.dockerops.engine.port.TerminalSession;
import io.dockerops.engine.port.VolumeDetails;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A Docker engine in memory. It refuses what a real one refuses, with its words, and tells the same events. A test says
 * what processes do ({@link #processes()}), what goes wrong ({@link #faults()}, {@link #machine()}) and which images there
 * are ({@link #addImage}, {@link #registry()}), and sees what was called ({@link #calls()}).
 */
public final class FakeEngine implements ContainerEngine {

    private final FakeWorld world;
    private final FakeFaults faults;
    private final FakeCalls calls;
    private final FakeNetworks networks;
    private final FakeVolumes volumes;
    private final FakeImages images;
    private final FakeLife life;
    private final FakeContainers containers;
    private final FakeRuns runs;
    private final FakeLogs logs;
    private final FakeDoor door;

    /** An engine that has nothing but Docker's own networks. */
    public FakeEngine() {
        this.world = new FakeWorld();
        this.calls = new FakeCalls();
        this.faults = new FakeFaults(() -> {
            world.events.lose(FakeFaults.lost());
            world.events.tell();
        });
        this.networks = new FakeNetworks(world);
        this.volumes = new FakeVolumes(world);
        this.images = new FakeImages(world);
        this.life = new FakeLife(world, networks);
        this.containers = new FakeContainers(world, images, volumes, life);
        this.runs = new FakeRuns(world, containers, life);
        this.logs = new FakeLogs(world);
        this.door = new FakeDoor(world, faults, calls);
    }

    private FakeEngine(FakeEngine other) {
        this.world = other.world;
        this.calls = other.calls;
        this.faults = other.faults;
        this.networks = other.networks;
        this.volumes = other.volumes;
        this.images = other.images;
        this.life = other.life;
        this.containers = other.containers;
        this.runs = other.runs;
        this.logs = other.logs;
        this.door = new FakeDoor(world, faults, calls);
    }

    /** Another connection to the same engine, which is closed on its own. */
    public FakeEngine connect() {
        return new FakeEngine(this);
    }

    /** What processes and health checks do. */
    public FakeProcesses processes() {
        return world.processes;
    }

    /** What goes wrong. */
    public FakeFaults faults() {
        return faults;
    }

    /** What was called. */
    public FakeCalls calls() {
        return calls;
    }

    /** The registries that images are pulled from. */
    public FakeRegistry registry() {
        return world.registry;
    }

    /** The machine that the engine runs on. */
    public FakeMachine machine() {
        return world.machine;
    }

    /** Gives the engine an image that brings nothing. */
    public void addImage(String reference) {
        addImage(reference, Specification.EMPTY);
    }

    /** Gives the engine an image that brings {@code config}, such as {@code Env.PATH} or {@code ExposedPorts.80/tcp}. */
    public void addImage(String reference, Specification config) {
        door.change(() -> images.add(ImageReference.parse(reference), config, FakeWorld.labels(config.canonical())));
    }

    /** Ends the process of a running container by itself. */
    public void end(String container, int exitCode) {
        door.change(() -> life.end(world.container(container), exitCode, true));
    }

    /** Lets the health check of a running container say something. */
    public void check(String container, Health says, String output) {
        door.change(() -> life.check(world.container(container), says, output));
    }

    @Override
    public EngineInfo info() {
        return door.call(Kind.INFO, "", () -> new EngineInfo("20.10.24", "1.41", "linux/amd64"));
    }

    @Override
    public boolean onThisMachine() {
        return true;
    }

    @Override
    public String hostName() {
        return door.call(Kind.HOST_NAME, "", world.machine::name);
    }

    @Override
    public SortedMap<String, List<String>> interfaces() {
        return door.call(Kind.INTERFACES, "", world.machine::interfaces);
    }

    @Override
    public List<ContainerSummary> containers(SortedMap<String, String> labels) {
        return door.call(Kind.LIST_CONTAINERS, "", () -> containers.list(labels));
    }

    @Override
    public Optional<ContainerDetails> inspect(String container) {
        return door.call(Kind.INSPECT, container, () -> containers.inspect(container));
    }

    @Override
    public List<ProcessLine> processes(String container) {
        return door.call(Kind.PROCESSES, container, () -> runs.processes(container));
    }

    @Override
    public Optional<ExecResult> lastHealthCheck(String container) {
        return door.call(
                Kind.LAST_HEALTH_CHECK,
                container,
                () -> world.find(container)
                        .filter(found -> found.checked)
                        .map(found -> new ExecResult(found.health == Health.HEALTHY ? 0 : 1, found.lastCheck)));
    }

    @Override
    public List<NetworkDetails> networks() {
        return door.call(Kind.LIST_NETWORKS, "", networks::list);
    }

    @Override
    public List<VolumeDetails> volumes() {
        return door.call(Kind.LIST_VOLUMES, "", volumes::list);
    }

    @Override
    public List<ImageDetails> images() {
        return door.call(Kind.LIST_IMAGES, "", images::list);
    }

    @Override
    public List<Port> exposedPorts(String image) {
        return door.call(Kind.INSPECT_IMAGE, image, () -> images.exposedPorts(image));
    }

    @Override
    public Optional<Platform> platform(ImageReference image) {
        return door.call(Kind.PLATFORM, image.toString(), () -> images.platform(image));
    }

    @Override
    public void createNetwork(String name, Specification specification) {
        door.run(Kind.CREATE_NETWORK, name, () -> networks.create(name, specification));
    }

    @Override
    public void removeNetwork(String name) {
        door.run(Kind.REMOVE_NETWORK, name, () -> networks.remove(name));
    }

    @Override
    public void connect(String network, String container, Specification endpoint) {
        door.run(Kind.CONNECT, network + " " + container, () -> networks.connect(network, container, endpoint));
    }

    @Override
    public void disconnect(String network, String container) {
        door.run(Kind.DISCONNECT, network + " " + container, () -> networks.disconnect(network, container));
    }

    @Override
    public void createVolume(String name, Specification specification) {
        door.run(Kind.CREATE_VOLUME, name, () -> volumes.create(name, specification));
    }

    @Override
    public void removeVolume(String name) {
        door.run(Kind.REMOVE_VOLUME, name, () -> volumes.remove(name));
    }

    @Override
    public String createContainer(String name, Specification specification) {
        return door.call(Kind.CREATE_CONTAINER, name, () -> containers.create(name, specification));
    }

    @Override
    public void copyFiles(String container, List<FileCopy> files) {
        door.run(Kind.COPY_FILES, container, () -> {
            SortedMap<String, FileCopy> copied = world.container(container).copied;
            files.forEach(file -> copied.put(file.target(), file));
        });
    }

    /** What was copied into a container, by where it went. */
    public SortedMap<String, FileCopy> copied(String container) {
        return door.locked(() -> new TreeMap<>(world.container(container).copied));
    }

    @Override
    public void start(String container) {
        door.run(Kind.START, container, () -> life.start(container));
    }

    @Override
    public void stop(String container, Duration timeout) {
        door.run(Kind.STOP, container, () -> life.stop(container));
    }

    @Override
    public void kill(String container, String signal) {
        door.run(Kind.KILL, container, () -> life.kill(container, signal));
    }

    @Override
    public void remove(String container, boolean kill) {
        door.run(Kind.REMOVE, container, () -> containers.remove(container, kill));
    }

    @Override
    public void rename(String container, String name) {
        door.run(Kind.RENAME, container, () -> containers.rename(container, name));
    }

    @Override
    public void update(String container, Specification changes) {
        door.run(Kind.UPDATE, container, () -> containers.update(container, changes));
    }

    @Override
    public ExecResult exec(String container, ExecCommand command) {
        return door.call(Kind.EXEC, container, () -> runs.exec(container, command));
    }

    @Override
    public int attach(String container, TerminalSession session, Consumer<TerminalSession.Control> control) {
        return door.callUnlocked(Kind.ATTACH, container, () -> {
            FakeProgram program = door.locked(() -> runs.program(container, session.command()));
            control.accept((rows, columns) -> {});
            return FakeRuns.attach(program, session);
        });
    }

    @Override
    public int attachToMain(String container, Streams streams, Consumer<TerminalSession.Control> control) {
        return door.callUnlocked(Kind.ATTACH_TO_MAIN, container, () -> {
            control.accept((rows, columns) -> {});
            FakeProgram program = door.locked(() -> runs.writeLog(container, streams));
            if (program.echoes()) {
                FakeRuns.echo(streams);
            }
            return door.locked(() -> runs.endMain(container));
        });
    }

    @Override
    public ExecResult runToEnd(String name, Specification specification) {
        return door.call(Kind.RUN_TO_END, name, () -> runs.runToEnd(name, specification));
    }

    @Override
    public void logs(String container, LogRequest request, LogListener listener) {
        door.callUnlocked(Kind.LOGS, container, () -> {
            logs.read(container, request, listener, door::closed);
            return true;
        });
    }

    @Override
    public AutoCloseable events(SortedMap<String, String> labels, EventListener listener) {
        return door.call(Kind.EVENTS, "", () -> world.events.subscribe(labels, listener));
    }

    @Override
    public void pull(PullRequest request, ProgressListener progress) {
        door.run(Kind.PULL, request.reference().toString(), () -> images.pull(request, progress));
    }

    @Override
    public void build(BuildRequest request, ProgressListener progress) {
        door.run(Kind.BUILD, request.reference().toString(), () -> images.build(request, progress));
    }

    @Override
    public void importImage(
            ImageReference reference, InputStream tar, SortedMap<String, String> labels, ProgressListener progress) {
        door.callUnlocked(Kind.IMPORT_IMAGE, reference.toString(), () -> {
            FakeImages.read(tar);
            return door.locked(() -> {
                images.add(reference, Specification.EMPTY, labels);
                return true;
            });
        });
    }

    @Override
    public void removeImage(ImageReference reference) {
        door.run(Kind.REMOVE_IMAGE, reference.toString(), () -> images.remove(reference));
    }

    @Override
    public void close() {
        door.close();
    }
}
