/**
 * Runs the actions of a plan, in parallel as far as the graph and the hosts allow, and reports.
 *
 * <p>It may depend on {@code model}, {@code problem}, {@code plan}, {@code graph} and {@code port}; it decides nothing.
 */
@NullMarked
package io.dockerops.engine.execute;

import org.jspecify.annotations.NullMarked;
