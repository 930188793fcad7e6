/**
 * The vocabulary of {@code project.groovy}: one interface per block, every word a documented method.
 *
 * <p>It depends on the engine's model and problems, and on Groovy.
 */
@NullMarked
package io.dockerops.dsl.words;

import org.jspecify.annotations.NullMarked;
