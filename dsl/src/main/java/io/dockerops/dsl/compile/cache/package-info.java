/**
 * Keeps compiled units between runs.
 *
 * <p>It depends on compiled units and on nothing else of DockerOps, and on no class of the Groovy compiler.
 */
@NullMarked
package io.dockerops.dsl.compile.cache;

import org.jspecify.annotations.NullMarked;
