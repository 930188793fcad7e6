package io.dockerops.engine.state;

import io.dockerops.engine.model.CopiedFile;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Platform;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.WatchedFile;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.HostConnections;
import io.dockerops.engine.port.ImageSources;
import io.dockerops.engine.port.NameServers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Takes one snapshot of all hosts of a project: per host one list of each kind, then all inspects of the project's own
 * containers, everything at once as far as the threads go. Reads do not disturb each other in an engine.
 */
public final class StateReader {

    private static final int THREADS = 16;

    private final HostConnections connections;
    private final ImageSources sources;
    private final NamesReader names;

    public StateReader(HostConnections connections, ImageSources sources, NameServers servers) {
        this.connections = connections;
        this.sources = sources;
        this.names = new NamesReader(connections, servers);
    }

    /**
     * Reads the present state.
     *
     * @throws EngineException when a host cannot be read or the source of an image cannot be read
     */
    public ObservedState read(Project project) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, runnable -> {
            Thread thread = new Thread(runnable, "dockerops-read");
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletableFuture<MadeImages> made =
                    CompletableFuture.supplyAsync(() -> MadeImages.read(project, sources), threads);
            CompletableFuture<SortedMap<Path, String>> copied =
                    CompletableFuture.supplyAsync(() -> copied(project), threads);
            Map<HostId, HostReader> reading = new LinkedHashMap<>();
            List<Instance> instances = project.instances();
            Predicate<InstanceId> background = background(instances);
            for (Host host : hosts(project, instances)) {
                List<Instance> here = instances.stream()
                        .filter(instance -> instance.host().equals(host.id()))
                        .toList();
                ContainerEngine engine = connections.engine(host);
                reading.put(
                        host.id(),
                        new HostReader(
                                project.name(),
                                host,
                                engine,
                                background,
                                publishing(project, here),
                                forPlatforms(project, here),
                                () -> engine.onThisMachine() ? files(project, here) : new TreeMap<>(),
                                () -> ObservedMachine.read(here, engine),
                                threads));
            }
            SortedMap<HostId, ObservedHost> observed = new TreeMap<>();
            reading.forEach((id, host) -> observed.put(id, host.join()));
            return new ObservedState(observed, made.join(), copied.join(), names.read(project, observed));
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The instances that have commands to be looked for among their processes. */
    private static Predicate<InstanceId> background(List<Instance> instances) {
        Set<InstanceId> found = new LinkedHashSet<>();
        for (Instance instance : instances) {
            if (instance.settings().lifecycle().exec().stream()
                    .anyMatch(command -> command.background() && !command.once())) {
                found.add(instance.id());
            }
        }
        return found::contains;
    }

    /** The images of a host that have to be made for a certain platform. */
    private static Set<ImageReference> forPlatforms(Project project, List<Instance> here) {
        Set<ImageReference> images = new LinkedHashSet<>();
        for (Instance instance : here) {
            if (Platform.of(instance.settings()).isPresent()) {
                images.add(project.imageOf(instance));
            }
        }
        return images;
    }

    private SortedMap<String, String> files(Project project, List<Instance> here) {
        SortedMap<String, String> files = new TreeMap<>();
        for (Instance instance : here) {
            for (WatchedFile file : WatchedFile.of(project, instance)) {
                sources.content(Path.of(file.source()), file.asked())
                        .ifPresent(content -> files.put(file.source(), content));
            }
        }
        return files;
    }

    private SortedMap<Path, String> copied(Project project) {
        SortedMap<Path, String> copied = new TreeMap<>();
        for (Instance instance : project.instances()) {
            for (CopiedFile file : instance.settings().lifecycle().copies()) {
                if (file.source() instanceof CopiedFile.OfDisk disk) {
                    copied.computeIfAbsent(disk.path(), sources::copied);
                }
            }
        }
        return copied;
    }

    private static Iterable<Host> hosts(Project project, List<Instance> instances) {
        Map<HostId, Host> hosts = new LinkedHashMap<>();
        project.hosts().forEach(host -> hosts.put(host.id(), host));
        for (Instance instance : instances) {
            project.host(instance.host()).ifPresent(host -> hosts.putIfAbsent(host.id(), host));
        }
        if (hosts.isEmpty()) {
            hosts.put(HostId.LOCAL, Host.LOCAL);
        }
        return hosts.values();
    }

    /** The images of a host whose ports have to be known: those that are to be published and stand in no Dockerfile. */
    private static Set<String> publishing(Project project, List<Instance> here) {
        Set<String> images = new LinkedHashSet<>();
        for (Instance instance : here) {
            if (instance.settings().networking().publishesOfImage()
                    && instance.settings()
                            .image()
                            .map(Image.Named.class::isInstance)
                            .orElse(true)) {
                images.add(project.imageOf(instance).toString());
            }
        }
        return images;
    }
}
