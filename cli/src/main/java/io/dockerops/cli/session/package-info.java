/**
 * What all commands share: the process around them, the parts that they are wired to, how they end.
 *
 * <p>It may depend on the doors, on {@code cli.terminal} and on {@code cli.print}. {@code Composition} is the only class of
 * the command line that knows which adapters there are.
 */
@NullMarked
package io.dockerops.cli.session;

import org.jspecify.annotations.NullMarked;
