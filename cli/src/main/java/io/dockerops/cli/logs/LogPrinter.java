package io.dockerops.cli.logs;

import io.dockerops.cli.terminal.Output;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.cli.terminal.Width;
import java.util.ArrayList;
import java.util.List;

/** Prints lines of logs behind the name of the instance that they come from, each instance in its colour. */
public final class LogPrinter {

    private static final Tone[] TONES = {Tone.CYAN, Tone.YELLOW, Tone.GREEN, Tone.MAGENTA, Tone.BLUE};

    private final Output output;
    private final boolean timestamps;
    private final List<String> prefixes = new ArrayList<>();

    /**
     * A printer for instances.
     *
     * @param labels the name of each; a single one is not printed
     * @param timestamps whether each line has its time
     */
    public LogPrinter(Output output, List<String> labels, boolean timestamps) {
        this.output = output;
        this.timestamps = timestamps;
        int width = 0;
        for (String label : labels) {
            width = Math.max(width, Width.of(label));
        }
        for (int i = 0; i < labels.size(); i++) {
            String prefix = labels.size() == 1 ? "" : Width.pad(labels.get(i), width) + " | ";
            prefixes.add(output.outStyle().paint(TONES[i % TONES.length], prefix));
        }
    }

    /** Prints {@code line}. What the program wrote is passed on as it is, with its own colours. */
    public void print(LogLine line) {
        String time = timestamps ? line.time() + " " : "";
        output.result(prefixes.get(line.source()) + time + line.text());
    }
}
