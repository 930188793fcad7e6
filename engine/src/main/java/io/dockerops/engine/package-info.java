/**
 * The door to the engine: plan, execute, status.
 *
 * <p>Sits above every other engine package and may use all of them.
 */
@NullMarked
package io.dockerops.engine;

import org.jspecify.annotations.NullMarked;
