package io.dockerops.dsl.compile.unit;

import io.dockerops.engine.problem.SourceRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that a user wrote.
 *
 * @param file where it is
 * @param text its content
 */
public record SourceText(Path file, String text) {

    /**
     * Reads {@code file} as UTF-8.
     *
     * @throws IOException when it cannot be read
     */
    public static SourceText read(Path file) throws IOException {
        return new SourceText(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    /** The lines, without their ends. */
    public List<String> lines() {
        return text.lines().toList();
    }

    /** One line, counted from 1; empty when there is none. */
    public String line(int number) {
        return text.lines().skip(number - 1L).findFirst().orElse("");
    }

    /** The place of a word in this file. */
    public SourceRef place(CallSite call) {
        return new SourceRef(file, call.line(), call.column(), call.endColumn());
    }

    /** A place in this file; what goes beyond the end of its line is cut off. */
    public SourceRef place(int line, int column, int endColumn) {
        int end = line(line).stripTrailing().length() + 1;
        int start = Math.max(1, column);
        return new SourceRef(file, line, start, Math.max(start + 1, Math.min(endColumn, end)));
    }
}
