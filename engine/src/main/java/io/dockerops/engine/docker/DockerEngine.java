package io.dockerops.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import io.dockerops.engine.model.ExecCommand;
import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.Platform;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.port.BuildRequest;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerEngine;
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
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A Docker engine, spoken to in the newest version of its API that is known to both sides. */
public final class DockerEngine implements ContainerEngine {

    private final EngineApi api;
    private final ContainerCalls containers;
    private final NetworkCalls networks;
    private final VolumeCalls volumes;
    private final ImageCalls images;
    private final ProcessCalls processes;
    private final MainProcessCalls mainProcesses;
    private final RegistryCalls registries;

    private final boolean onThisMachine;

    private DockerEngine(EngineApi api, Supplier<RegistryCredentials> logins, boolean onThisMachine) {
        this.api = api;
        this.onThisMachine = onThisMachine;
        this.containers = new ContainerCalls(api);
        this.networks = new NetworkCalls(api, containers);
        this.volumes = new VolumeCalls(api);
        this.images = new ImageCalls(api);
        this.processes = new ProcessCalls(api, containers);
        this.mainProcesses = new MainProcessCalls(api, containers);
        this.registries = new RegistryCalls(api, logins);
    }

    /**
     * Connects to the engine behind {@code client}, which is closed with the engine.
     *
     * @param address where that is, for messages
     * @param limit the newest version of the API that may be spoken
     * @param logins reads this user's logins to registries
     * @throws io.dockerops.engine.port.EngineException when there is no engine, or none that can be spoken to
     */
    static DockerEngine connect(
            DockerHttpClient client, String address, ApiVersion limit, Supplier<RegistryCredentials> logins) {
        // A socket is a file of this machine, and so are the paths behind it.
        boolean socket = address.startsWith("unix:");
        return new DockerEngine(EngineApi.connect(client, address, limit), logins, socket);
    }

    @Override
    public EngineInfo info() {
        Map<String, Object> version = JsonTree.object(api.get(ApiPath.of("version")));
        return new EngineInfo(
                JsonTree.text(version, "Version"),
                api.version().toString(),
                JsonTree.text(version, "Os") + "/" + JsonTree.text(version, "Arch"));
    }

    @Override
    public boolean onThisMachine() {
        return onThisMachine;
    }

    @Override
    public String hostName() {
        return JsonTree.text(JsonTree.object(api.get(ApiPath.of("info"))), "Name");
    }

    @Override
    public SortedMap<String, List<String>> interfaces() {
        return onThisMachine ? LocalInterfaces.addresses() : new TreeMap<>();
    }

    @Override
    public List<ContainerSummary> containers(SortedMap<String, String> labels) {
        return containers.list(labels);
    }

    @Override
    public Optional<ContainerDetails> inspect(String container) {
        return containers.inspect(container);
    }

    @Override
    public List<ProcessLine> processes(String container) {
        return containers.processes(container);
    }

    @Override
    public Optional<ExecResult> lastHealthCheck(String container) {
        return containers.lastHealthCheck(container);
    }

    @Override
    public List<NetworkDetails> networks() {
        return networks.list();
    }

    @Override
    public List<VolumeDetails> volumes() {
        return volumes.list();
    }

    @Override
    public List<ImageDetails> images() {
        return images.list();
    }

    @Override
    public List<Port> exposedPorts(String image) {
        return images.exposedPorts(image);
    }

    @Override
    public Optional<Platform> platform(ImageReference image) {
        return images.platform(image);
    }

    @Override
    public void createNetwork(String name, Specification specification) {
        networks.create(name, specification);
    }

    @Override
    public void removeNetwork(String name) {
        networks.remove(name);
    }

    @Override
    public void connect(String network, String container, Specification endpoint) {
        networks.connect(network, container, endpoint);
    }

    @Override
    public void disconnect(String network, String container) {
        networks.disconnect(network, container);
    }

    @Override
    public void createVolume(String name, Specification specification) {
        volumes.create(name, specification);
    }

    @Override
    public void removeVolume(String name) {
        volumes.remove(name);
    }

    @Override
    public String createContainer(String name, Specification specification) {
        return containers.create(name, specification);
    }

    @Override
    public void copyFiles(String container, List<FileCopy> files) {
        containers.copyFiles(container, files);
    }

    @Override
    public void start(String container) {
        containers.start(container);
    }

    @Override
    public void stop(String container, Duration timeout) {
        containers.stop(container, timeout);
    }

    @Override
    public void kill(String container, String signal) {
        containers.kill(container, signal);
    }

    @Override
    public void remove(String container, boolean kill) {
        containers.remove(container, kill);
    }

    @Override
    public void rename(String container, String name) {
        containers.rename(container, name);
    }

    @Override
    public void update(String container, Specification changes) {
        containers.update(container, changes);
    }

    @Override
    public ExecResult exec(String container, ExecCommand command) {
        return processes.exec(container, command);
    }

    @Override
    public int attach(String container, TerminalSession session, Consumer<TerminalSession.Control> control) {
        return processes.attach(container, session, control);
    }

    @Override
    public int attachToMain(String container, Streams streams, Consumer<TerminalSession.Control> control) {
        return mainProcesses.attach(container, streams, control);
    }

    @Override
    public ExecResult runToEnd(String name, Specification specification) {
        return processes.runToEnd(name, specification);
    }

    @Override
    public void logs(String container, LogRequest request, LogListener listener) {
        processes.logs(container, request, listener);
    }

    @Override
    public AutoCloseable events(SortedMap<String, String> labels, EventListener listener) {
        return EventStream.open(api, labels, listener);
    }

    @Override
    public void pull(PullRequest request, ProgressListener progress) {
        registries.pull(request, progress);
    }

    @Override
    public void build(BuildRequest request, ProgressListener progress) {
        registries.build(request, progress);
    }

    @Override
    public void importImage(
            ImageReference reference, InputStream tar, SortedMap<String, String> labels, ProgressListener progress) {
        images.importTar(reference, tar, labels, progress);
    }

    @Override
    public void removeImage(ImageReference reference) {
        images.remove(reference);
    }

    @Override
    public void close() {
        api.close();
    }
}
