package io.dockerops.engine.docker;

import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerEvent;
import io.dockerops.engine.port.ContainerStatus;
import io.dockerops.engine.port.ContainerSummary;
import io.dockerops.engine.port.ImageDetails;
import io.dockerops.engine.port.NetworkDetails;
import io.dockerops.engine.port.VolumeDetails;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the engine's answers into the port's records. */
final class Answers {

    /** What the engine writes for a time that never was. */
    private static final String NEVER = "0001-01-01T00:00:00Z";

    private static final String NO_NAME = "<none>";

    private Answers() {}

    /** Each object of a list. */
    static <T> List<T> each(@Nullable Object list, Function<Map<String, Object>, T> reader) {
        List<T> read = new ArrayList<>();
        for (Object object : JsonTree.list(list)) {
            read.add(reader.apply(JsonTree.object(object)));
        }
        return List.copyOf(read);
    }

    static ContainerSummary summary(Map<String, Object> container) {
        return new ContainerSummary(
                JsonTree.text(container, "Id"),
                name(JsonTree.list(container.get("Names"))),
                JsonTree.text(container, "Image"),
                JsonTree.text(container, "ImageID"),
                state(JsonTree.text(container, "State")),
                JsonTree.text(container, "Status"),
                JsonTree.texts(container, "Labels"),
                publishedPorts(JsonTree.list(container.get("Ports"))));
    }

    /** A container's own name among those that legacy links give it, which have a further slash. */
    private static String name(List<?> names) {
        for (Object each : names) {
            if (each instanceof String name && name.lastIndexOf('/') <= 0) {
                return withoutSlash(name);
            }
        }
        return "";
    }

    private static String withoutSlash(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private static ContainerStatus.State state(String name) {
        // Not `of`: an engine's state of tomorrow shall not end the listing of all containers.
        for (ContainerStatus.State state : ContainerStatus.State.values()) {
            if (state.toString().equals(name)) {
                return state;
            }
        }
        return ContainerStatus.State.DEAD;
    }

    private static List<String> publishedPorts(List<?> ports) {
        List<String> published = new ArrayList<>();
        for (Object each : ports) {
            Map<String, Object> port = JsonTree.object(each);
            if (JsonTree.number(port, "PublicPort") != 0) {
                String address = JsonTree.text(port, "IP");
                published.add((address.indexOf(':') < 0 ? address : "[" + address + "]")
                        + ":" + JsonTree.number(port, "PublicPort")
                        + "->" + JsonTree.number(port, "PrivatePort")
                        + "/" + JsonTree.text(port, "Type"));
            }
        }
        Collections.sort(published);
        return List.copyOf(published);
    }

    /** @param nameOf the name of the container with an id; the id itself when there is none */
    static ContainerDetails details(Map<String, Object> container, UnaryOperator<String> nameOf) {
        return new ContainerDetails(
                JsonTree.text(container, "Id"),
                ownName(container),
                JsonTree.text(container, "Image"),
                status(JsonTree.object(container, "State")),
                JsonTree.texts(JsonTree.object(container, "Config"), "Labels"),
                LiveFields.container(container, nameOf),
                addresses(JsonTree.object(JsonTree.object(container, "NetworkSettings"), "Networks")));
    }

    /** The name of an inspected container. */
    static String ownName(Map<String, Object> container) {
        return withoutSlash(JsonTree.text(container, "Name"));
    }

    private static ContainerStatus status(Map<String, Object> state) {
        String startedAt = JsonTree.text(state, "StartedAt");
        boolean everStarted = !startedAt.isEmpty() && !startedAt.equals(NEVER);
        return new ContainerStatus(
                state(JsonTree.text(state, "Status")),
                (int) JsonTree.number(state, "ExitCode"),
                everStarted,
                health(JsonTree.text(JsonTree.object(state, "Health"), "Status")),
                everStarted ? Optional.of(startedAt) : Optional.empty());
    }

    private static Optional<ContainerStatus.Health> health(String status) {
        return switch (status) {
            case "starting" -> Optional.of(ContainerStatus.Health.STARTING);
            case "healthy" -> Optional.of(ContainerStatus.Health.HEALTHY);
            case "unhealthy" -> Optional.of(ContainerStatus.Health.UNHEALTHY);
            default -> Optional.empty();
        };
    }

    private static SortedMap<String, String> addresses(Map<String, Object> networks) {
        SortedMap<String, String> addresses = new TreeMap<>();
        networks.forEach((network, endpoint) -> {
            String address = JsonTree.text(JsonTree.object(endpoint), "IPAddress");
            if (!address.isEmpty()) {
                addresses.put(network, address);
            }
        });
        return Collections.unmodifiableSortedMap(addresses);
    }

    static NetworkDetails network(Map<String, Object> network) {
        return new NetworkDetails(
                JsonTree.text(network, "Id"),
                JsonTree.text(network, "Name"),
                JsonTree.texts(network, "Labels"),
                LiveFields.network(network));
    }

    static VolumeDetails volume(Map<String, Object> volume) {
        return new VolumeDetails(
                JsonTree.text(volume, "Name"), JsonTree.texts(volume, "Labels"), LiveFields.volume(volume));
    }

    static ImageDetails image(Map<String, Object> image) {
        List<String> references = new ArrayList<>();
        addNamed(references, image.get("RepoTags"));
        addNamed(references, image.get("RepoDigests"));
        return new ImageDetails(JsonTree.text(image, "Id"), references, JsonTree.texts(image, "Labels"));
    }

    private static void addNamed(List<String> references, @Nullable Object names) {
        for (Object each : JsonTree.list(names)) {
            if (each instanceof String name && !name.contains(NO_NAME)) {
                references.add(name);
            }
        }
    }

    static ContainerEvent event(Map<String, Object> event) {
        Map<String, Object> actor = JsonTree.object(event, "Actor");
        SortedMap<String, String> attributes = JsonTree.texts(actor, "Attributes");
        return new ContainerEvent(
                JsonTree.text(actor, "ID"),
                attributes.getOrDefault("name", ""),
                JsonTree.text(event, "Action"),
                exitCode(attributes.getOrDefault("exitCode", "0")));
    }

    private static int exitCode(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
