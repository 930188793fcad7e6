package io.dockerops.cli.print;

import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.cli.terminal.Width;
import java.util.ArrayList;
import java.util.List;

/** Rows of cells under headings. Every column is as wide as its widest cell; a column of empty cells is left out. */
public final class Table {

    private static final String GAP = "   ";

    private final List<String> headings;
    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * One cell.
     *
     * @param tone how it looks
     * @param text what stands in it
     */
    public record Cell(Tone tone, String text) {

        /** A cell without colour. */
        public static Cell of(String text) {
            return new Cell(Tone.PLAIN, text);
        }
    }

    /** A table without rows. */
    public Table(String... headings) {
        this.headings = List.of(headings);
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException when there is not one cell per heading
     */
    public void row(List<Cell> cells) {
        if (cells.size() != headings.size()) {
            throw new IllegalArgumentException(cells.size() + " cells under " + headings.size() + " headings");
        }
        rows.add(List.copyOf(cells));
    }

    /** The lines from the headings on. */
    public List<Line> lines() {
        int[] widths = new int[headings.size()];
        for (List<Cell> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] =
                        Math.max(widths[column], Width.of(row.get(column).text()));
            }
        }
        List<Line> lines = new ArrayList<>();
        lines.add(line(headings.stream().map(text -> new Cell(Tone.BOLD, text)).toList(), widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private Line line(List<Cell> row, int[] widths) {
        Line line = new Line();
        int last = widths.length - 1;
        while (last > 0 && (widths[last] == 0 || row.get(last).text().isEmpty())) {
            last--;
        }
        for (int column = 0; column <= last; column++) {
            if (widths[column] > 0) {
                Cell cell = row.get(column);
                int width = Math.max(widths[column], Width.of(headings.get(column)));
                String filled = column == last ? cell.text() : Width.pad(cell.text(), width) + GAP;
                line.add(cell.tone(), filled);
            }
        }
        return line;
    }
}
