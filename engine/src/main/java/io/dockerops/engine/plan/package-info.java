/**
 * The difference between project and observed state, as a graph of actions with their causes.
 *
 * <p>It may depend on {@code model}, {@code problem}, {@code state}, {@code graph} and {@code json}; it calls nothing.
 */
@NullMarked
package io.dockerops.engine.plan;

import org.jspecify.annotations.NullMarked;
