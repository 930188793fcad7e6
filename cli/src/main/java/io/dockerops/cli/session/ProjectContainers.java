package io.dockerops.cli.session;

import io.dockerops.engine.Engine;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The containers of a project's instances as the engines list them: one call per host. */
public final class ProjectContainers {

    private final Map<InstanceId, Found> byInstance = new LinkedHashMap<>();

    /**
     * A container and where it is.
     *
     * @param host the host
     * @param container as the engine lists it
     */
    public record Found(Host host, ContainerSummary container) {

        /** All that its engine knows of it; empty when it is gone by now. */
        public Optional<ContainerDetails> details(Engine engine) {
            return engine.on(host).inspect(container.id());
        }
    }

    private ProjectContainers() {}

    /** Asks all hosts that have instances of {@code project}. */
    public static ProjectContainers list(Engine engine, Project project) {
        ProjectContainers containers = new ProjectContainers();
        SortedMap<String, String> labels = new TreeMap<>(Map.of(Labels.PROJECT, project.name()));
        for (Host host : hosts(project)) {
            for (ContainerSummary container : engine.on(host).containers(labels)) {
                instance(container).ifPresent(id -> containers.add(project, id, new Found(host, container)));
            }
        }
        return containers;
    }

    /** A container that is being replaced has another name for a while; the one with the usual name counts. */
    private void add(Project project, InstanceId id, Found found) {
        if (found.container().name().equals(project.naming().container(id))) {
            byInstance.put(id, found);
        } else {
            byInstance.putIfAbsent(id, found);
        }
    }

    private static List<Host> hosts(Project project) {
        Map<HostId, Host> hosts = new LinkedHashMap<>();
        for (Instance instance : project.instances()) {
            project.host(instance.host()).ifPresent(host -> hosts.putIfAbsent(host.id(), host));
        }
        if (hosts.isEmpty()) {
            hosts.put(Host.LOCAL.id(), project.host(Host.LOCAL.id()).orElse(Host.LOCAL));
        }
        return new ArrayList<>(hosts.values());
    }

    private static Optional<InstanceId> instance(ContainerSummary container) {
        String service = container.labels().get(Labels.SERVICE);
        if (service == null) {
            return Optional.empty();
        }
        return Optional.of(new InstanceId(
                new ServiceId(service), Optional.ofNullable(container.labels().get(Labels.INSTANCE))));
    }

    /** The container of {@code id}; empty when there is none. */
    public Optional<Found> of(InstanceId id) {
        return Optional.ofNullable(byInstance.get(id));
    }

    /** The instances that have a container. */
    public List<InstanceId> instances() {
        return List.copyOf(byInstance.keySet());
    }
}
