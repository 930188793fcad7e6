package io.dockerops.engine.model;

import io.dockerops.engine.problem.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Splits a line into words as a POSIX shell does: at spaces, with quotes and backslashes, and without expanding anything. */
public final class ShellWords {

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final List<String> operators = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private boolean quoted;
    private int at;

    private ShellWords(String line) {
        this.line = line;
    }

    /**
     * The words of a line.
     *
     * @param words the words
     * @param operators those words that a shell would not pass on but obey, such as {@code &&}
     */
    public record Split(List<String> words, List<String> operators) {}

    public static Split split(String line) {
        ShellWords split = new ShellWords(line);
        split.run();
        return new Split(List.copyOf(split.words), List.copyOf(split.operators));
    }

    /** The line that is split into {@code words}. */
    static String join(List<String> words) {
        return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private void run() {
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '\'') {
                singleQuotes();
            } else if (c == '"') {
                doubleQuotes();
            } else if (c == '\\' && at < line.length()) {
                take(line.charAt(at++));
                quoted = true;
            } else if (Character.isWhitespace(c)) {
                end();
            } else {
                take(c);
            }
        }
        end();
    }

    private void take(char c) {
        word.append(c);
        inWord = true;
    }

    private void end() {
        if (inWord) {
            String text = word.toString();
            words.add(text);
            if (!quoted && text.matches("&&|\\|\\|?|;|&|[0-9&]?>>?.*|<.*")) {
                operators.add(text);
            }
        }
        word.setLength(0);
        inWord = false;
        quoted = false;
    }

    private void singleQuotes() {
        int close = line.indexOf('\'', at);
        if (close < 0) {
            throw unclosed('\'');
        }
        word.append(line, at, close);
        at = close + 1;
        inWord = true;
        quoted = true;
    }

    private void doubleQuotes() {
        inWord = true;
        quoted = true;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                return;
            }
            boolean escapes = c == '\\' && at < line.length() && "\"\\$`".indexOf(line.charAt(at)) >= 0;
            word.append(escapes ? line.charAt(at++) : c);
        }
        throw unclosed('"');
    }

    private Mistake unclosed(char quote) {
        return new Mistake(
                "`" + line + "` opens " + quote + " and does not close it",
                "close it, or give the words one by one: `'echo', 'it\\'s'`");
    }
}
