package io.dockerops.engine.plan;

import io.dockerops.engine.model.ImageId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a user wants of the images that a project makes itself.
 *
 * @param images those that are meant; all when empty
 * @param cached whether steps that were built before may be taken from there
 * @param pull whether what they begin with is pulled from its registries first
 */
public record ImagesRequest(Optional<Set<ImageId>> images, boolean cached, boolean pull) {

    public ImagesRequest {
        images = images.map(LinkedHashSet::new);
    }

    /** Whether they are made although nothing has changed that they are made from. */
    boolean anew() {
        return !cached || pull;
    }
}
