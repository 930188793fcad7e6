/**
 * Compiles scripts statically and says in plain words what is wrong with them.
 *
 * <p>It depends on problems, on the annotations of the vocabulary, on compiled units and on the Groovy compiler. Nothing
 * here is loaded when a script comes from the compile cache.
 */
@NullMarked
package io.dockerops.dsl.compile.check;

import org.jspecify.annotations.NullMarked;
