package io.dockerops.engine.port;

import io.dockerops.engine.model.Specification;
import java.util.SortedMap;

/**
 * All that the engine knows of a container and that matters here.
 *
 * @param id the engine's full id
 * @param name its name, without the leading {@code /}
 * @param imageId the id of the image that it runs
 * @param status what it is doing
 * @param labels its labels
 * @param live how it is set up now, in the fields that a specification uses; includes what image and engine added
 * @param addresses its IP address per network name
 */
public record ContainerDetails(
        String id,
        String name,
        String imageId,
        ContainerStatus status,
        SortedMap<String, String> labels,
        Specification live,
        SortedMap<String, String> addresses) {}
