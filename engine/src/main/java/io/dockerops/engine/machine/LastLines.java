package io.dockerops.engine.machine;

import io.dockerops.engine.port.ProgressListener;
import io.dockerops.engine.port.ProgressListener.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Passes on what a program says and keeps the last of it, to tell why the program failed. */
final class LastLines {

    private static final int KEPT = 10;

    private final ProgressListener progress;
    private final Deque<String> lines = new ArrayDeque<>();

    LastLines(ProgressListener progress) {
        this.progress = progress;
    }

    /** Reads {@code source} to its end. That the program was ended while it wrote is an end like another. */
    void readAll(BufferedReader source) {
        try (source) {
            for (String line = source.readLine(); line != null; line = source.readLine()) {
                if (!line.isBlank()) {
                    keep(line);
                    progress.onProgress(new Progress(line, "", 0, 0));
                }
            }
        } catch (IOException e) {
            keep("(" + e.getMessage() + ")");
        }
    }

    /** The lines, each on a line of its own with an indent; begins with a line break. */
    synchronized String indented() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append("\n  ").append(line));
        return text.toString();
    }

    private synchronized void keep(String line) {
        lines.addLast(line);
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }
}
