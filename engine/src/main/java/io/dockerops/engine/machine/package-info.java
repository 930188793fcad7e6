/**
 * This machine: its programs, its packages and its user's folders.
 *
 * <p>It may depend on {@code port} and on what {@code port} speaks in.
 */
@NullMarked
package io.dockerops.engine.machine;

import org.jspecify.annotations.NullMarked;
