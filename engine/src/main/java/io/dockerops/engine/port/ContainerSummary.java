package io.dockerops.engine.port;

import java.util.SortedMap;

/**
 * A container as it stands in the engine's list.
 *
 * @param id the engine's full id
 * @param name its name, without the leading {@code /}
 * @param image the image as it was named when the container was made
 * @param imageId the image's id
 * @param state what it is doing
 * @param statusText what the engine says of it, such as {@code Up 5 minutes (healthy)}
 * @param labels its labels
 * @param publishedPorts its published ports, such as {@code 0.0.0.0:80->80/tcp}
 */
public record ContainerSummary(
        String id,
        String name,
        String image,
        String imageId,
        ContainerStatus.State state,
        String statusText,
        SortedMap<String, String> labels,
        java.util.List<String> publishedPorts) {}
