/**
 * Projects that are folders: services in folders with a Dockerfile each, and files that say which instances run.
 *
 * <p>Depends on the model, problems, the reader of trees, and what Dockerfiles begin with.
 */
@NullMarked
package io.dockerops.engine.folder;

import org.jspecify.annotations.NullMarked;
