/**
 * One snapshot of what the Docker engines run, and its reader.
 *
 * <p>It may depend on {@code model}, {@code problem}, {@code port} and {@code json}.
 */
@NullMarked
package io.dockerops.engine.state;

import org.jspecify.annotations.NullMarked;
