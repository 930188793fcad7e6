package io.dockerops.cli.terminal;

import io.dockerops.cli.terminal.Style.Tone;
import java.util.ArrayList;
import java.util.List;

/** One line of text whose parts have tones, so that it can be cut to a width before it is coloured. */
public final class Line {

    private final List<Part> parts = new ArrayList<>();

    private record Part(Tone tone, String text) {}

    /** An empty line. */
    public Line() {}

    /** A line that begins with {@code text}. */
    public static Line of(Tone tone, String text) {
        return new Line().add(tone, text);
    }

    /** Adds {@code text}, without its control characters. */
    public Line add(Tone tone, String text) {
        parts.add(new Part(tone, Width.printable(text)));
        return this;
    }

    /** Adds {@code text} as it is. */
    public Line add(String text) {
        return add(Tone.PLAIN, text);
    }

    /** Adds all of {@code other}. */
    public Line add(Line other) {
        parts.addAll(other.parts);
        return this;
    }

    /** Adds spaces until the line takes {@code columns}. */
    public Line padTo(int columns) {
        int missing = columns - width();
        return missing > 0 ? add(" ".repeat(missing)) : this;
    }

    /** The columns that it takes. */
    public int width() {
        int width = 0;
        for (Part part : parts) {
            width += Width.of(part.text);
        }
        return width;
    }

    /** The whole line in {@code style}. */
    public String draw(Style style) {
        return draw(style, Integer.MAX_VALUE);
    }

    /** As much of the line as takes at most {@code columns}, in {@code style}. */
    public String draw(Style style, int columns) {
        StringBuilder text = new StringBuilder();
        int left = columns;
        for (Part part : parts) {
            String fitting = Width.fit(part.text, left);
            left -= Width.of(fitting);
            text.append(style.paint(part.tone, fitting));
            if (fitting.length() < part.text.length()) {
                break;
            }
        }
        return text.toString();
    }

    /** The line without colours. */
    @Override
    public String toString() {
        return draw(Style.PLAIN);
    }
}
