package io.dockerops.engine.state;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.ImageId;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One snapshot of the engines that a project is about, and of what its images are made from.
 *
 * @param hosts the hosts
 * @param made what the images are made from that the project makes itself
 * @param copied a text for each file or folder that is copied into containers, which changes with what is in it
 * @param names what the project's DNS server says
 */
public record ObservedState(
        SortedMap<HostId, ObservedHost> hosts, MadeImages made, SortedMap<Path, String> copied, ObservedNames names) {

    public ObservedState {
        hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
        copied = Collections.unmodifiableSortedMap(new TreeMap<>(copied));
    }

    /** A project without a DNS server that copies nothing into containers. */
    public ObservedState(SortedMap<HostId, ObservedHost> hosts, MadeImages made) {
        this(hosts, made, new TreeMap<>(), ObservedNames.NONE);
    }

    /** A project whose images are built upon nothing that it makes itself. */
    public ObservedState(SortedMap<HostId, ObservedHost> hosts, SortedMap<ImageId, String> fingerprints) {
        this(hosts, new MadeImages(fingerprints, new TreeMap<>(), List.of()));
    }

    /** The same without one of the project's containers. */
    public ObservedState without(HostId host, String container) {
        SortedMap<HostId, ObservedHost> others = new TreeMap<>(hosts);
        others.computeIfPresent(host, (id, observed) -> observed.without(container));
        return new ObservedState(others, made, copied, names);
    }

    /** The ids of the project's containers by host and name. */
    public Map<HostId, Map<String, String>> ids() {
        Map<HostId, Map<String, String>> ids = new TreeMap<>();
        hosts.forEach((host, observed) -> {
            Map<String, String> here = new TreeMap<>();
            observed.containers()
                    .values()
                    .forEach(container ->
                            here.put(container.name(), container.details().id()));
            ids.put(host, here);
        });
        return ids;
    }

    /** What {@code host} has; nothing when it was not observed. */
    public ObservedHost host(Host host) {
        return Optional.ofNullable(hosts.get(host.id())).orElseGet(() -> ObservedHost.empty(host));
    }
}
