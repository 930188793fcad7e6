package io.dockerops.cli.live;

import io.dockerops.cli.print.Amounts;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.engine.port.ProgressListener.Progress;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far a pull, a build or an import is: a bar over the bytes of all parts, or else the last line of its log. */
final class TransferProgress {

    private static final int BAR = 20;
    private static final String DOWNLOADING = "Downloading";

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private String lastLine = "";
    private long sent;

    private record Part(long current, long total, boolean complete) {}

    void add(Progress progress) {
        if (progress.part().isEmpty()) {
            lastLine = progress.text().isBlank() ? lastLine : progress.text().strip();
            sent = progress.current();
            return;
        }
        Part before = parts.getOrDefault(progress.part(), new Part(0, 0, false));
        if (progress.text().equals(DOWNLOADING)) {
            parts.put(progress.part(), new Part(progress.current(), progress.total(), false));
        } else if (isPastDownload(progress.text())) {
            parts.put(progress.part(), new Part(before.total, before.total, true));
        } else {
            parts.put(progress.part(), before);
        }
    }

    private static boolean isPastDownload(String text) {
        return switch (text) {
            case "Verifying Checksum", "Download complete", "Extracting", "Pull complete", "Already exists" -> true;
            default -> false;
        };
    }

    /** What can be said in one line; empty when nothing is known. */
    Line line() {
        long current = 0;
        long total = 0;
        boolean complete = true;
        for (Part part : parts.values()) {
            current += part.current;
            total += part.total;
            complete &= part.complete;
        }
        if (total > 0) {
            return complete ? Line.of(Tone.DIM, "unpacking " + Amounts.bytes(total)) : bar(current, total);
        }
        String bytes = sent > 0 ? Amounts.bytes(sent) + " " : "";
        return Line.of(Tone.DIM, bytes + lastLine);
    }

    private static Line bar(long current, long total) {
        int full = (int) Math.min(BAR, current * BAR / total);
        String bar = "=".repeat(Math.max(0, full - 1)) + (full > 0 ? ">" : "");
        return Line.of(Tone.CYAN, "[" + bar + " ".repeat(BAR - full) + "]")
                .add(Tone.DIM, " " + Amounts.bytes(current) + " of " + Amounts.bytes(total));
    }
}
