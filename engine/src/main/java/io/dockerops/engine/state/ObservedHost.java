package io.dockerops.engine.state;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.port.ContainerSummary;
import io.dockerops.engine.port.ImageDetails;
import io.dockerops.engine.port.NetworkDetails;
import io.dockerops.engine.port.VolumeDetails;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one engine has.
 *
 * @param host the host
 * @param containers the project's containers by name
 * @param foreign all other containers by name
 * @param networks all networks by name
 * @param volumes all named volumes by name
 * @param images images by each of their references
 * @param files a text for each watched path of the host that changes with what is in it; only for hosts that are this
 *     machine
 * @param machine what the host says of itself
 * @param exposed the ports that images expose, by reference; only for images whose ports are to be published
 */
public record ObservedHost(
        Host host,
        SortedMap<String, ObservedContainer> containers,
        SortedMap<String, ContainerSummary> foreign,
        SortedMap<String, NetworkDetails> networks,
        SortedMap<String, VolumeDetails> volumes,
        SortedMap<String, ImageDetails> images,
        SortedMap<String, String> files,
        ObservedMachine machine,
        SortedMap<String, List<Port>> exposed) {

    public ObservedHost {
        containers = Collections.unmodifiableSortedMap(new TreeMap<>(containers));
        foreign = Collections.unmodifiableSortedMap(new TreeMap<>(foreign));
        networks = Collections.unmodifiableSortedMap(new TreeMap<>(networks));
        volumes = Collections.unmodifiableSortedMap(new TreeMap<>(volumes));
        images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        exposed = Collections.unmodifiableSortedMap(new TreeMap<>(exposed));
    }

    /** A host none of whose files is watched, and of whose machine and images nothing more is asked. */
    public ObservedHost(
            Host host,
            SortedMap<String, ObservedContainer> containers,
            SortedMap<String, ContainerSummary> foreign,
            SortedMap<String, NetworkDetails> networks,
            SortedMap<String, VolumeDetails> volumes,
            SortedMap<String, ImageDetails> images) {
        this(
                host,
                containers,
                foreign,
                networks,
                volumes,
                images,
                new TreeMap<>(),
                ObservedMachine.UNKNOWN,
                new TreeMap<>());
    }

    /** A host whose engine has nothing. */
    public static ObservedHost empty(Host host) {
        return new ObservedHost(
                host, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** The same without one of the project's containers. */
    public ObservedHost without(String container) {
        SortedMap<String, ObservedContainer> others = new TreeMap<>(containers);
        others.remove(container);
        return new ObservedHost(host, others, foreign, networks, volumes, images, files, machine, exposed);
    }

    /** The image that {@code reference} means on this host. */
    public Optional<ImageDetails> image(String reference) {
        return Optional.ofNullable(images.get(reference));
    }

    /** The containers that are not the project's, by name. */
    public List<ContainerSummary> foreignContainers() {
        return List.copyOf(foreign.values());
    }
}
