package io.dockerops.engine.port;

import java.util.List;
import java.util.SortedMap;

/**
 * An image of the engine.
 *
 * @param id the engine's id, {@code sha256:…}
 * @param references its tags and digests as references
 * @param labels its labels
 */
public record ImageDetails(String id, List<String> references, SortedMap<String, String> labels) {
    public ImageDetails {
        references = List.copyOf(references);
    }
}
