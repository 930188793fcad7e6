/**
 * The command line: one class per command, printers, exit codes.
 *
 * <p>Uses the doors of engine and language and the types that they hand out; the only package that prints or exits.
 */
@NullMarked
package io.dockerops.cli;

import org.jspecify.annotations.NullMarked;
