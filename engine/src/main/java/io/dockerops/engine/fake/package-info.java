/**
 * A Docker engine in memory, to test projects and plans against: it behaves as a real one in what matters to them, and does
 * what a test tells it to do.
 *
 * <p>It may depend on {@code model}, {@code problem}, {@code port} and {@code dockerfile}.
 */
@NullMarked
package io.dockerops.engine.fake;

import org.jspecify.annotations.NullMarked;
