/**
 * The builders behind the words: they turn what a script says into a project and die with the script.
 *
 * <p>It may depend on {@code dsl.words}, {@code engine.model} and {@code engine.problem}, and on Groovy.
 */
@NullMarked
package io.dockerops.dsl.build;

import org.jspecify.annotations.NullMarked;
