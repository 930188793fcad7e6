/**
 * Turns the files of a project into scripts that can be run: compiled statically and checked, or taken from the compile
 * cache.
 *
 * <p>It depends on problems and on what the vocabulary hands to the builders. The Groovy compiler is loaded only when
 * something has to be compiled.
 */
@NullMarked
package io.dockerops.dsl.compile;

import org.jspecify.annotations.NullMarked;
