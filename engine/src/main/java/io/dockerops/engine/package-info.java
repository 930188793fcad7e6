/**
 * The door to the engine: observes, plans and executes.
 *
 * <p>It sits above the core's packages and the ports, and knows no adapter.
 */
@NullMarked
package io.dockerops.engine;

import org.jspecify.annotations.NullMarked;
