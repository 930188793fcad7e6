/**
 * Directed graphs: cycles and topological order.
 *
 * <p>It depends on nothing else of DockerOps and knows nothing of Docker.
 */
@NullMarked
package io.dockerops.engine.graph;

import org.jspecify.annotations.NullMarked;
