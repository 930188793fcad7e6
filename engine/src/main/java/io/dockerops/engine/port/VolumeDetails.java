package io.dockerops.engine.port;

import io.dockerops.engine.model.Specification;
import java.util.SortedMap;

/**
 * A named volume of the engine.
 *
 * @param name its name
 * @param labels its labels
 * @param live how it is set up
 */
public record VolumeDetails(String name, SortedMap<String, String> labels, Specification live) {}
