package io.dockerops.dsl.compile.unit;

/**
 * Where a word is called: finds the columns for a line that the stack shows.
 *
 * @param word the word's name
 * @param line the line of the word itself
 * @param endLine the last line of its arguments
 * @param column the word's first column
 * @param endColumn the column after the last argument that stands on the word's own line and is no block
 */
public record CallSite(String word, int line, int endLine, int column, int endColumn) {}
