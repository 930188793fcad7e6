package io.dockerops.engine.docker;

import io.dockerops.engine.port.LogListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Puts lines together, those of each stream for themselves. The engine cuts long lines into pieces of 16 KiB, and gives
 * every piece a time of its own when times are asked for; only the first belongs to the line.
 */
final class OutputLines implements OutputFrames.Sink {

    private final LogListener listener;
    private final boolean timestamps;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private boolean skipsTime;

    OutputLines(LogListener listener, boolean timestamps) {
        this.listener = listener;
        this.timestamps = timestamps;
    }

    @Override
    public void begin(boolean ofError) {
        skipsTime = timestamps && line(ofError).size() > 0;
    }

    @Override
    public void write(boolean ofError, byte[] bytes, int length) {
        ByteArrayOutputStream line = line(ofError);
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (skipsTime) {
                skipsTime = bytes[i] != ' ';
                start = i + 1;
            } else if (bytes[i] == '\n') {
                line.write(bytes, start, i - start);
                emit(line, ofError);
                start = i + 1;
            }
        }
        line.write(bytes, start, length - start);
    }

    /** Gives out what has come without the end of its line. */
    void end() {
        if (output.size() > 0) {
            emit(output, false);
        }
        if (error.size() > 0) {
            emit(error, true);
        }
    }

    private ByteArrayOutputStream line(boolean ofError) {
        return ofError ? error : output;
    }

    private void emit(ByteArrayOutputStream line, boolean ofError) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        listener.onLine(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, ofError);
    }
}
