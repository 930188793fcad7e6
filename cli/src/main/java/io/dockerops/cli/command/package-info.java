/**
 * The commands: one class each, with its options, its help and what it does.
 *
 * <p>It may depend on all other packages of the command line and on picocli, which no other package sees.
 */
@NullMarked
package io.dockerops.cli.command;

import org.jspecify.annotations.NullMarked;
