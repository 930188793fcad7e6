/**
 * The terminal that the user sits at: its size, its signals, its keys, and how text is coloured for it.
 *
 * <p>It depends on nothing else of DockerOps.
 */
@NullMarked
package io.dockerops.cli.terminal;

import org.jspecify.annotations.NullMarked;
