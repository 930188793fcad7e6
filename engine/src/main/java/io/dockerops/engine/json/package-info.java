/**
 * JSON trees of JDK types, read and written by Jackson's streaming API.
 *
 * <p>It depends on nothing else of DockerOps.
 */
@NullMarked
package io.dockerops.engine.json;

import org.jspecify.annotations.NullMarked;
