/**
 * Finds libraries: folders and jars beside a project, revisions of git repositories, and jars of Maven repositories, with the
 * lock file that pins them and the cache that keeps them.
 *
 * <p>It depends on problems, on the programs of this machine, and on the compiler's idea of where libraries are.
 */
@NullMarked
package io.dockerops.dsl.library;

import org.jspecify.annotations.NullMarked;
