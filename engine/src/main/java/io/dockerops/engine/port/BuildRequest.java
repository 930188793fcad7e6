package io.dockerops.engine.port;

import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.Platform;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An image to be built by the engine.
 *
 * @param recipe the context folder, the Dockerfile in it, arguments and target
 * @param reference the tag that the image gets
 * @param labels the labels that the image gets
 * @param cached whether steps that were built before may be taken from there
 * @param platform what it is to be made for; the engine's own platform when empty
 */
public record BuildRequest(
        Image.Build recipe,
        ImageReference reference,
        SortedMap<String, String> labels,
        boolean cached,
        Optional<Platform> platform) {

    /** A build for the engine's own platform that takes from earlier ones what it can. */
    public BuildRequest(Image.Build recipe, ImageReference reference, SortedMap<String, String> labels) {
        this(recipe, reference, labels, true, Optional.empty());
    }
}
