/**
 * Reads docker-map's container maps and client files as projects.
 *
 * <p>It depends on the model, on problems and on the trees of YAML files.
 */
@NullMarked
package io.dockerops.engine.yaml.map;

import org.jspecify.annotations.NullMarked;
