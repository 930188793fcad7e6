/**
 * The logs of several containers as one.
 *
 * <p>It may depend on {@code cli.terminal} and on the port to engines.
 */
@NullMarked
package io.dockerops.cli.logs;

import org.jspecify.annotations.NullMarked;
