package io.dockerops.engine.problem;

import java.nio.file.Path;

/**
 * A place in a file that a user wrote.
 *
 * @param file the file
 * @param line the line, counted from 1
 * @param column the first column, counted from 1; 0 when only the line is known
 * @param endColumn the column after the last one; 0 when only the line is known
 */
public record SourceRef(Path file, int line, int column, int endColumn) implements Comparable<SourceRef> {

    public SourceRef {
        if (line < 1 || column < 0 || (column > 0 && endColumn < column)) {
            throw new IllegalArgumentException("not a place in a file: " + line + ":" + column + "-" + endColumn);
        }
    }

    /** A whole line of {@code file}. */
    public static SourceRef line(Path file, int line) {
        return new SourceRef(file, line, 0, 0);
    }

    @Override
    public int compareTo(SourceRef other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** {@code name:line} with the file's name alone, for messages that are drawn beside another place of the project. */
    public String brief() {
        return file.getFileName() + ":" + line;
    }

    /** {@code file:line} or {@code file:line:column}. */
    @Override
    public String toString() {
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
