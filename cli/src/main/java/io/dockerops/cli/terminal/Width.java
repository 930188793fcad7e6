package io.dockerops.cli.terminal;

/** How much room text takes on a terminal, and text that is safe to print there. */
public final class Width {

    private static final int FIRST_WIDE = 0x1100;

    private Width() {}

    /** The columns that {@code text} takes; it has no control characters. */
    public static int of(String text) {
        int width = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            width += of(text.codePointAt(at));
        }
        return width;
    }

    /** The longest beginning of {@code text} that takes at most {@code columns}. */
    public static String fit(String text, int columns) {
        int width = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            width += of(text.codePointAt(at));
            if (width > columns) {
                return text.substring(0, at);
            }
        }
        return text;
    }

    /** {@code text} with spaces behind it up to {@code columns}. */
    public static String pad(String text, int columns) {
        int missing = columns - of(text);
        return missing > 0 ? text + " ".repeat(missing) : text;
    }

    /** {@code text} without control sequences and control characters, which a program's log may contain. */
    public static String printable(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\u001b') {
                at = sequenceEnd(text, at);
            } else if (c == '\t') {
                clean.append("    ");
            } else if (!Character.isISOControl(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /** The last character of the control sequence that begins at {@code from}. */
    private static int sequenceEnd(String text, int from) {
        int at = from + 1;
        if (at >= text.length() || text.charAt(at) != '[') {
            return Math.min(at, text.length() - 1);
        }
        at++;
        while (at < text.length() && (text.charAt(at) < '@' || text.charAt(at) > '~')) {
            at++;
        }
        return Math.min(at, text.length() - 1);
    }

    private static int of(int codePoint) {
        if (codePoint < FIRST_WIDE) {
            int type = Character.getType(codePoint);
            return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK ? 0 : 1;
        }
        return wide(codePoint) ? 2 : 1;
    }

    /** The blocks of East Asian scripts and of emoji, whose characters take two columns. */
    private static boolean wide(int codePoint) {
        return codePoint <= 0x115f
                || (codePoint >= 0x2e80 && codePoint <= 0xa4cf)
                || (codePoint >= 0xac00 && codePoint <= 0xd7a3)
                || (codePoint >= 0xf900 && codePoint <= 0xfaff)
                || (codePoint >= 0xfe30 && codePoint <= 0xfe6f)
                || (codePoint >= 0xff00 && codePoint <= 0xff60)
                || (codePoint >= 0x1f300 && codePoint <= 0x1faff)
                || (codePoint >= 0x20000 && codePoint <= 0x3fffd);
    }
}
