package io.dockerops.engine.fake;

import io.dockerops.engine.model.Specification;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An image of the fake engine.
 *
 * @param id {@code sha256:…}
 * @param config what it gives to containers, in canonical form
 * @param labels its labels
 */
record FakeImage(String id, Specification config, SortedMap<String, String> labels) {
    FakeImage {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
}
