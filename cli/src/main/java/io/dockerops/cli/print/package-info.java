/**
 * What the user sees of plans, runs, projects and containers, as text or JSON.
 *
 * <p>It may depend on the types of the engine and on {@code cli.terminal}. Nothing here prints: it makes text, or lines
 * for {@link io.dockerops.cli.terminal.Output}.
 */
@NullMarked
package io.dockerops.cli.print;

import org.jspecify.annotations.NullMarked;
