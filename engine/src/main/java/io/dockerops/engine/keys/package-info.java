/**
 * The keys that a project has for its own containers, in a folder beside its script.
 *
 * <p>It may depend on {@code engine.model}, {@code engine.problem}, {@code engine.port} and {@code engine.ssh}.
 */
@NullMarked
package io.dockerops.engine.keys;

import org.jspecify.annotations.NullMarked;
