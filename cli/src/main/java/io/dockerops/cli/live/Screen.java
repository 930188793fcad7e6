package io.dockerops.cli.live;

import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style;
import io.dockerops.cli.terminal.Terminal.Size;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of a terminal: a frame of lines that is redrawn in place, and lines that stay and push it down. Each change is
 * written in one piece and touches only the lines that differ, so that nothing flickers. Not thread-safe.
 *
 * <p>The cursor rests, hidden, at the last line of the frame.
 */
final class Screen implements AutoCloseable {

    private static final String ESCAPE = "\u001b[";
    private static final String CLEAR_LINE_BEHIND = ESCAPE + "K";
    private static final String CLEAR_BEHIND = ESCAPE + "J";
    private static final String HIDE_CURSOR = ESCAPE + "?25l";
    private static final String SHOW_CURSOR = ESCAPE + "?25h";

    private final PrintStream out;
    private final Style style;
    private List<String> frame = List.of();
    private List<Integer> widths = List.of();
    private int columns;
    private boolean cursorHidden;

    Screen(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    /** Puts {@code lasting} above the frame and makes {@code next} the frame. Lines of the frame are cut to the width. */
    void show(List<Line> lasting, List<Line> next, Size size) {
        List<String> drawn = new ArrayList<>();
        List<Integer> drawnWidths = new ArrayList<>();
        for (Line line : next) {
            // One column stays free: a full line leaves the cursor in doubt about which line it is on.
            drawn.add(line.draw(style, size.columns() - 1));
            drawnWidths.add(Math.min(line.width(), size.columns() - 1));
        }
        boolean resized = !frame.isEmpty() && size.columns() != columns;
        if (lasting.isEmpty() && drawn.equals(frame) && !resized) {
            return;
        }
        StringBuilder text = new StringBuilder();
        if (!cursorHidden) {
            text.append(HIDE_CURSOR);
            cursorHidden = true;
        }
        toTop(text, size.columns());
        if (lasting.isEmpty() && drawn.size() == frame.size() && !resized) {
            redrawChanged(text, drawn);
        } else {
            lasting.forEach(line ->
                    text.append(line.draw(style)).append(CLEAR_LINE_BEHIND).append("\r\n"));
            redrawAll(text, drawn);
        }
        frame = drawn;
        widths = drawnWidths;
        columns = size.columns();
        out.print(text);
        out.flush();
    }

    /** A terminal that became narrower has wrapped the lines of the frame. */
    private void toTop(StringBuilder text, int newColumns) {
        int rows = 0;
        for (int width : widths) {
            rows += Math.max(1, (width + newColumns - 1) / newColumns);
        }
        text.append('\r');
        if (rows > 1) {
            text.append(ESCAPE).append(rows - 1).append('A');
        }
    }

    private void redrawChanged(StringBuilder text, List<String> drawn) {
        for (int i = 0; i < drawn.size(); i++) {
            text.append(i == 0 ? "" : "\r\n");
            if (!drawn.get(i).equals(frame.get(i))) {
                text.append(drawn.get(i)).append(CLEAR_LINE_BEHIND);
            }
        }
    }

    private static void redrawAll(StringBuilder text, List<String> drawn) {
        for (int i = 0; i < drawn.size(); i++) {
            text.append(i == 0 ? "" : "\r\n").append(drawn.get(i)).append(CLEAR_LINE_BEHIND);
        }
        text.append(CLEAR_BEHIND);
    }

    /** Shows the cursor again, at once. For the end of the program by a signal. */
    void showCursor() {
        if (cursorHidden) {
            out.print(SHOW_CURSOR);
            out.flush();
        }
    }

    /** Takes the frame away and shows the cursor. */
    @Override
    public void close() {
        show(List.of(), List.of(), new Size(1, Math.max(1, columns)));
        showCursor();
        cursorHidden = false;
    }
}
