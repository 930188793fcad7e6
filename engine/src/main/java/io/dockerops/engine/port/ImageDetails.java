package io.dockerops.engine.port;

import io.dockerops.engine.model.Platform;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An image of the engine.
 *
 * @param id the engine's id, {@code sha256:…}
 * @param references its tags and digests as references
 * @param labels its labels
 * @param platform what it is made for; lists of images do not say it
 */
public record ImageDetails(
        String id, List<String> references, SortedMap<String, String> labels, Optional<Platform> platform) {

    public ImageDetails {
        references = List.copyOf(references);
    }

    /** An image of which it is not known what it is made for. */
    public ImageDetails(String id, List<String> references, SortedMap<String, String> labels) {
        this(id, references, labels, Optional.empty());
    }

    /** The same, made for {@code other}. */
    public ImageDetails on(Platform other) {
        return new ImageDetails(id, references, labels, Optional.of(other));
    }
}
