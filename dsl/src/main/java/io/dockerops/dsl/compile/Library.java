package io.dockerops.dsl.compile;

import io.dockerops.dsl.compile.unit.SourceText;

/**
 * A library that a file names.
 *
 * @param name how it calls itself
 * @param script its file of words
 * @param scope what its file of words is compiled against
 */
record Library(String name, SourceText script, Scope scope) {}
