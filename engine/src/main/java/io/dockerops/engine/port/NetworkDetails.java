package io.dockerops.engine.port;

import io.dockerops.engine.model.Specification;
import java.util.SortedMap;

/**
 * A network of the engine.
 *
 * @param id the engine's id
 * @param name its name
 * @param labels its labels
 * @param live how it is set up
 */
public record NetworkDetails(String id, String name, SortedMap<String, String> labels, Specification live) {}
