package io.dockerops.engine.port;

import io.dockerops.engine.model.ImageReference;
import io.dockerops.engine.model.Platform;
import java.util.Optional;

/**
 * An image to be pulled by the engine.
 *
 * @param reference its name with tag or digest
 * @param platform what it is to be made for; the engine's own platform when empty
 */
public record PullRequest(ImageReference reference, Optional<Platform> platform) {

    /** An image for the engine's own platform. */
    public PullRequest(ImageReference reference) {
        this(reference, Optional.empty());
    }
}
