/**
 * What images are made from on this machine: build contexts and root file systems.
 *
 * <p>It may depend on {@code model}, {@code problem}, {@code port}, {@code archive}, {@code
 * dockerfile} and {@code machine}.
 */
@NullMarked
package io.dockerops.engine.rootfs;

import org.jspecify.annotations.NullMarked;
