/**
 * Asks and changes DNS servers: queries, and updates of RFC 2136 that are signed as RFC 8945 says. The only package that
 * sees dnsjava.
 *
 * <p>It may depend on {@code model}, {@code problem} and {@code port}.
 */
@NullMarked
package io.dockerops.engine.dns;

import org.jspecify.annotations.NullMarked;
