/**
 * What the core asks of the world: container engines, connections to hosts, secrets.
 *
 * <p>It may depend on {@code model} and {@code problem} and speaks in JDK and model types only.
 */
@NullMarked
package io.dockerops.engine.port;

import org.jspecify.annotations.NullMarked;
