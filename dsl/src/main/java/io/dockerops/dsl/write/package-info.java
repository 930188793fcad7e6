/**
 * Writes projects as scripts, in the style in which a user would write them.
 *
 * <p>It depends on the model alone: what it writes is text.
 */
@NullMarked
package io.dockerops.dsl.write;

import org.jspecify.annotations.NullMarked;
