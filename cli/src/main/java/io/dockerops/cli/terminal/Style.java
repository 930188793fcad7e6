package io.dockerops.cli.terminal;

import java.util.Map;

/** Puts colours and weights on text by the control sequences that all terminals know, or leaves it as it is. */
public final class Style {

    /** Leaves all text as it is. */
    public static final Style PLAIN = new Style(false);

    /** Colours all text. */
    public static final Style COLOURED = new Style(true);

    private static final String ESCAPE = "\u001b[";
    private static final String RESET = ESCAPE + "0m";

    private final boolean coloured;

    private Style(boolean coloured) {
        this.coloured = coloured;
    }

    /**
     * The style for a stream. Whether colours are wanted is told, from the strongest to the weakest, by {@code
     * --no-color}, by {@code NO_COLOR} (no-color.org), by {@code CLICOLOR_FORCE} and {@code CLICOLOR}
     * (bixense.com/clicolors), by {@code TERM=dumb}, and by whether the stream is a terminal.
     *
     * @param refused whether the user gave {@code --no-color}
     * @param terminal whether the stream is a terminal
     */
    public static Style of(boolean refused, boolean terminal, Map<String, String> environment) {
        if (refused || !environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return PLAIN;
        }
        if (!environment.getOrDefault("CLICOLOR_FORCE", "0").equals("0")) {
            return COLOURED;
        }
        boolean able = terminal && !"dumb".equals(environment.get("TERM"));
        return able && !"0".equals(environment.get("CLICOLOR")) ? COLOURED : PLAIN;
    }

    /** Whether text is coloured. */
    public boolean coloured() {
        return coloured;
    }

    /** {@code text} in {@code tone}. */
    public String paint(Tone tone, String text) {
        return coloured && tone != Tone.PLAIN && !text.isEmpty() ? ESCAPE + tone.code + text + RESET : text;
    }

    /** How a piece of text looks. */
    public enum Tone {
        PLAIN(""),
        BOLD("1m"),
        DIM("2m"),
        RED("31m"),
        GREEN("32m"),
        YELLOW("33m"),
        BLUE("34m"),
        MAGENTA("35m"),
        CYAN("36m"),
        BOLD_RED("1;31m"),
        BOLD_YELLOW("1;33m"),
        BOLD_BLUE("1;34m");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }
}
