package io.dockerops.engine.state;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.Platform;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.ContainerSummary;
import io.dockerops.engine.port.EngineRefused;
import io.dockerops.engine.port.ImageDetails;
import io.dockerops.engine.port.NetworkDetails;
import io.dockerops.engine.port.ProcessLine;
import io.dockerops.engine.port.VolumeDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One host being read: the lists are under way from the construction on, {@link #join} waits for all of it. */
final class HostReader {

    private final String project;
    private final Host host;
    private final Predicate<InstanceId> background;
    private final Set<String> publishing;
    private final CompletableFuture<SortedMap<String, String>> files;
    private final CompletableFuture<ObservedMachine> machine;
    private final ContainerEngine engine;
    private final Executor threads;
    private final CompletableFuture<List<ContainerSummary>> containers;
    private final CompletableFuture<List<NetworkDetails>> networks;
    private final CompletableFuture<List<VolumeDetails>> volumes;
    private final CompletableFuture<List<ImageDetails>> images;
    private final CompletableFuture<Map<String, Platform>> platforms;

    /**
     * @param background whether the processes of an instance's container matter
     * @param publishing the images whose ports matter
     * @param forPlatforms the images of which it matters what they are made for
     * @param files reads the content of watched files
     * @param machine reads what matters of the machine
     */
    HostReader(
            String project,
            Host host,
            ContainerEngine engine,
            Predicate<InstanceId> background,
            Set<String> publishing,
            Set<ImageReference> forPlatforms,
            Supplier<SortedMap<String, String>> files,
            Supplier<ObservedMachine> machine,
            Executor threads) {
        this.project = project;
        this.host = host;
        this.background = background;
        this.publishing = publishing;
        this.files = CompletableFuture.supplyAsync(files, threads);
        this.machine = CompletableFuture.supplyAsync(machine, threads);
        this.engine = engine;
        this.threads = threads;
        this.containers = CompletableFuture.supplyAsync(() -> engine.containers(new TreeMap<>()), threads);
        this.networks = CompletableFuture.supplyAsync(engine::networks, threads);
        this.volumes = CompletableFuture.supplyAsync(engine::volumes, threads);
        this.images = CompletableFuture.supplyAsync(engine::images, threads);
        this.platforms = CompletableFuture.supplyAsync(() -> platforms(forPlatforms), threads);
    }

    ObservedHost join() {
        SortedMap<String, ContainerSummary> foreign = new TreeMap<>();
        List<CompletableFuture<Optional<ObservedContainer>>> inspecting = new ArrayList<>();
        for (ContainerSummary container : containers.join()) {
            Optional<InstanceId> instance = ownInstance(container.labels());
            if (instance.isPresent()) {
                inspecting.add(CompletableFuture.supplyAsync(() -> inspect(container, instance.get()), threads));
            } else {
                foreign.put(container.name(), container);
            }
        }
        SortedMap<String, ObservedContainer> own = new TreeMap<>();
        inspecting.forEach(future -> future.join().ifPresent(container -> own.put(container.name(), container)));
        SortedMap<String, NetworkDetails> networksByName = new TreeMap<>();
        networks.join().forEach(network -> networksByName.put(network.name(), network));
        SortedMap<String, VolumeDetails> volumesByName = new TreeMap<>();
        volumes.join().forEach(volume -> volumesByName.put(volume.name(), volume));
        SortedMap<String, ImageDetails> imagesByReference = imagesByReference();
        return new ObservedHost(
                host,
                own,
                foreign,
                networksByName,
                volumesByName,
                imagesByReference,
                files.join(),
                machine.join(),
                exposed(imagesByReference));
    }

    private SortedMap<String, List<Port>> exposed(SortedMap<String, ImageDetails> present) {
        SortedMap<String, CompletableFuture<List<Port>>> asking = new TreeMap<>();
        for (String reference : publishing) {
            ImageDetails image = present.get(reference);
            if (image != null) {
                asking.put(reference, CompletableFuture.supplyAsync(() -> engine.exposedPorts(image.id()), threads));
            }
        }
        SortedMap<String, List<Port>> exposed = new TreeMap<>();
        asking.forEach((reference, ports) -> exposed.put(reference, ports.join()));
        return exposed;
    }

    private SortedMap<String, ImageDetails> imagesByReference() {
        SortedMap<String, ImageDetails> byReference = new TreeMap<>();
        images.join().forEach(image -> image.references().forEach(reference -> byReference.put(reference, image)));
        platforms
                .join()
                .forEach((reference, platform) ->
                        byReference.computeIfPresent(reference, (name, image) -> image.on(platform)));
        return byReference;
    }

    private Map<String, Platform> platforms(Set<ImageReference> asked) {
        Map<String, Platform> found = new LinkedHashMap<>();
        asked.forEach(image -> engine.platform(image).ifPresent(platform -> found.put(image.toString(), platform)));
        return found;
    }

    /** A container that goes away between the list and its inspection is as good as never seen. */
    private Optional<ObservedContainer> inspect(ContainerSummary container, InstanceId instance) {
        return engine.inspect(container.id()).map(details -> observed(instance, details));
    }

    private ObservedContainer observed(InstanceId instance, ContainerDetails details) {
        return new ObservedContainer(
                instance,
                details,
                Optional.ofNullable(details.labels().get(Labels.SPECIFICATION)).flatMap(SpecificationLabel::decode),
                background.test(instance) && details.status().running() ? processes(details.id()) : Optional.empty());
    }

    /** A host without {@code ps}, or a container that ends meanwhile, tells nothing. */
    private Optional<List<ProcessLine>> processes(String container) {
        try {
            return Optional.of(engine.processes(container));
        } catch (EngineRefused e) {
            return Optional.empty();
        }
    }

    /** The instance that a container of this project was made for; empty for containers of others. */
    private Optional<InstanceId> ownInstance(SortedMap<String, String> labels) {
        String service = labels.get(Labels.SERVICE);
        if (!project.equals(labels.get(Labels.PROJECT)) || service == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new InstanceId(new ServiceId(service), Optional.ofNullable(labels.get(Labels.INSTANCE))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
