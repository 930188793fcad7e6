/**
 * Tars of files of this machine, made while they are read: build contexts, and what root file systems are put together from.
 *
 * <p>It may depend on {@code model}, {@code problem} and {@code port}.
 */
@NullMarked
package io.dockerops.engine.archive;

import org.jspecify.annotations.NullMarked;
