/**
 * What the compiler makes of one file, and what the compile cache keeps of it.
 *
 * <p>It depends on problems, on Groovy's runtime, and on no class of the Groovy compiler.
 */
@NullMarked
package io.dockerops.dsl.compile.unit;

import org.jspecify.annotations.NullMarked;
