/**
 * What is wrong with a user's input, where, and what to do about it.
 *
 * <p>It depends on nothing else of DockerOps.
 */
@NullMarked
package io.dockerops.engine.problem;

import org.jspecify.annotations.NullMarked;
