/**
 * The vocabulary of the language: one interface per block, one documented method per word, and the handles that words
 * give back.
 *
 * <p>It may depend on {@code engine.model} and {@code engine.problem}, and on Groovy.
 */
@NullMarked
package io.dockerops.dsl.words;

import org.jspecify.annotations.NullMarked;
