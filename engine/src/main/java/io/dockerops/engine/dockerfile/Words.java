package io.dockerops.engine.dockerfile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of an instruction with values in the place of variables: {@code $NAME}, <code>${NAME}</code> and the forms
 * with {@code :-}, {@code -}, {@code :+}, {@code +}, {@code :?} and {@code ?}. Quotes hold words together, and in single
 * ones nothing is a variable.
 */
final class Words {

    private final String text;
    private final char escape;
    private final Map<String, String> values;
    private final Set<String> unknown = new LinkedHashSet<>();
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean begun;
    private int next;

    /**
     * @param values the variables that have one
     */
    Words(String text, char escape, Map<String, String> values) {
        this.text = text;
        this.escape = escape;
        this.values = values;
        while (next < text.length()) {
            step(false);
        }
        end();
    }

    /** The words. */
    List<String> all() {
        return List.copyOf(words);
    }

    /** All in one, as where one word is expected. */
    String joined() {
        return String.join(" ", words);
    }

    /** The variables whose value is not known, which count as empty. */
    Set<String> unknown() {
        return unknown;
    }

    /** The words as they were written, with their quotes and variables. */
    static List<String> written(String text, char escape) {
        List<String> found = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (current.length() > 0) {
                    found.add(current.toString());
                    current.setLength(0);
                }
                continue;
            }
            current.append(c);
            if (c == escape && quote != '\'' && i + 1 < text.length()) {
                current.append(text.charAt(++i));
            } else if (quote == 0 ? c == '"' || c == '\'' : c == quote) {
                quote = quote == 0 ? c : 0;
            }
        }
        if (current.length() > 0) {
            found.add(current.toString());
        }
        return found;
    }

    private void step(boolean quoted) {
        char c = text.charAt(next++);
        if (c == escape && next < text.length()) {
            escaped(quoted);
        } else if (c == '$') {
            variable(quoted);
        } else if (c == '"') {
            begun = true;
            while (next < text.length() && text.charAt(next) != '"') {
                step(true);
            }
            next++;
        } else if (c == '\'' && !quoted) {
            begun = true;
            int close = text.indexOf('\'', next);
            int stop = close < 0 ? text.length() : close;
            word.append(text, next, stop);
            next = stop + 1;
        } else {
            add(c, quoted);
        }
    }

    private void escaped(boolean quoted) {
        char c = text.charAt(next++);
        boolean special = c == '"' || c == '$' || c == escape;
        if (quoted && !special) {
            word.append(escape);
        }
        add(c, true);
    }

    private void add(char c, boolean quoted) {
        if (!quoted && Character.isWhitespace(c)) {
            end();
        } else {
            word.append(c);
            begun = true;
        }
    }

    private void end() {
        if (begun) {
            words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
    }

    private void variable(boolean quoted) {
        boolean braces = next < text.length() && text.charAt(next) == '{';
        int start = braces ? next + 1 : next;
        int stop = start;
        while (stop < text.length() && isName(text.charAt(stop))) {
            stop++;
        }
        String name = text.substring(start, stop);
        int close = braces ? closing(stop) : stop;
        next = braces ? Math.min(text.length(), close + 1) : stop;
        if (name.isEmpty()) {
            add('$', true);
            return;
        }
        String modifier = braces ? text.substring(stop, close) : "";
        String value = value(name, modifier);
        for (int i = 0; i < value.length(); i++) {
            add(value.charAt(i), quoted);
        }
    }

    private static boolean isName(char c) {
        return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    /** The brace that closes the one that is open at {@code from}. */
    private int closing(int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private String value(String name, String modifier) {
        String value = values.get(name);
        boolean colon = modifier.startsWith(":");
        String kind = modifier.substring(colon ? 1 : 0);
        boolean there = value != null && !(colon && value.isEmpty());
        if (kind.startsWith("-")) {
            return there ? String.valueOf(value) : inner(kind.substring(1));
        }
        if (kind.startsWith("+")) {
            return there ? inner(kind.substring(1)) : "";
        }
        return modifier.isEmpty() || kind.startsWith("?") ? known(name, value) : known(name, null);
    }

    private String known(String name, @Nullable String value) {
        if (value == null) {
            unknown.add(name);
            return "";
        }
        return value;
    }

    private String inner(String otherwise) {
        Words inside = new Words(otherwise, escape, values);
        unknown.addAll(inside.unknown);
        return inside.joined();
    }
}
