/**
 * Dockerfiles as far as a project has to know them before they are built: what they begin with and which ports they
 * expose.
 *
 * <p>It depends on model and problems, and gives what the port for sources of images asks for.
 */
@NullMarked
package io.dockerops.engine.dockerfile;

import org.jspecify.annotations.NullMarked;
