/**
 * Projects that are folders: services in folders with a Dockerfile each, and files that say which instances run.
 *
 * <p>Depends on the model, problems, and the reader of trees.
 */
@NullMarked
package io.dockerops.engine.folder;

import org.jspecify.annotations.NullMarked;
