/**
 * A container engine of this machine that is started for DockerOps.
 *
 * <p>It may depend on {@code model}, {@code problem}, {@code port} and {@code machine}.
 */
@NullMarked
package io.dockerops.engine.local;

import org.jspecify.annotations.NullMarked;
