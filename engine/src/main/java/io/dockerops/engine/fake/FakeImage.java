package io.dockerops.engine.fake;

import io.dockerops.engine.model.Platform;
import io.dockerops.engine.model.Specification;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An image of the fake engine.
 *
 * @param id {@code sha256:…}
 * @param config what it gives to containers, in canonical form
 * @param labels its labels
 * @param platform what it is made for
 */
record FakeImage(String id, Specification config, SortedMap<String, String> labels, Platform platform) {

    /** What the engine itself runs on. */
    static final Platform NATIVE = new Platform("linux", "amd64", Optional.empty());

    FakeImage {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
}
