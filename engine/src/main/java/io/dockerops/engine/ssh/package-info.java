/**
 * Keys of SSH.
 *
 * <p>The only package that sees JSch. Beside it, it may depend on {@code engine.model}, {@code engine.problem} and {@code
 * engine.port}.
 */
@NullMarked
package io.dockerops.engine.ssh;

import org.jspecify.annotations.NullMarked;
