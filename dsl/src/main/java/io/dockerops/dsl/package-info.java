/**
 * The door to the language: reads {@code project.groovy} and hands out a project with its origins.
 *
 * <p>Sits above the words, the builders and the compiler, and uses the engine's model and problems.
 */
@NullMarked
package io.dockerops.dsl;

import org.jspecify.annotations.NullMarked;
