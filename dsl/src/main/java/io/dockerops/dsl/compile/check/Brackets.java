package io.dockerops.dsl.compile.check;

import io.dockerops.dsl.compile.unit.SourceText;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.SourceRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file that does not parse for the usual reasons: a bracket, a quote or a comment that is not closed, and quotes
 * that are none. It knows texts and comments, and nothing else of Groovy.
 */
final class Brackets {

    private static final Pattern OPENER = Pattern.compile("(\\w+)\\s*(\\([^()]*\\)|'[^']*'|\"[^\"]*\")?\\s*$");
    private static final String TYPOGRAPHIC = "\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u201a";

    /** An open bracket: its index in the text, its line and the column and indentation there. */
    private record Open(char bracket, int index, int line, int column, int indent) {}

    private final SourceText source;
    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Open suspect;
    private @Nullable Problem found;
    private int at;
    private int line = 1;
    private int lineStart;

    private Brackets(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    /** The first such mistake. */
    static Optional<Problem> check(SourceText source) {
        Brackets brackets = new Brackets(source);
        brackets.read();
        return Optional.ofNullable(brackets.found);
    }

    private void read() {
        while (found == null && at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                newLine();
            } else if (c == '/' && next("//")) {
                skipToLineEnd();
            } else if (c == '/' && next("/*")) {
                comment();
            } else if (c == '\'' || c == '"') {
                quoted(c);
            } else if (TYPOGRAPHIC.indexOf(c) >= 0) {
                report(at, at + 1, "`" + c + "` is not a quote that Groovy knows", "write ' or \"");
            } else if (c == '#' && at > 0) {
                report(at, at + 1, "`#` begins nothing here", "a comment begins with //");
            } else {
                bracket(c);
            }
        }
        if (found == null && !open.isEmpty()) {
            unclosed(suspect != null ? suspect : open.peek());
        }
    }

    private void bracket(char c) {
        if (c == '{' || c == '(' || c == '[') {
            open.push(new Open(c, at, line, at - lineStart + 1, indent()));
        } else if (c == '}' || c == ')' || c == ']') {
            close(c);
        }
        at++;
    }

    private void close(char c) {
        Open opener = open.peek();
        if (opener == null) {
            report(at, at + 1, "this `" + c + "` closes nothing", "remove it, or open its block before");
        } else if (closing(opener.bracket()) != c) {
            mismatched(opener, c);
        } else {
            open.pop();
            boolean first = text.substring(lineStart, at).isBlank();
            if (c == '}' && first && indent() < opener.indent() && suspect == null) {
                suspect = opener;
            }
        }
    }

    private void mismatched(Open opener, char c) {
        boolean openBlock = opener.bracket() == '{';
        if (openBlock) {
            report(at, at + 1, "this `" + c + "` closes nothing", "remove it");
        } else {
            unclosed(opener);
        }
    }

    private void unclosed(Open opener) {
        char missing = closing(opener.bracket());
        String before = source.line(opener.line()).substring(0, opener.column() - 1);
        Matcher word = OPENER.matcher(before);
        if (opener.bracket() == '{' && word.find()) {
            SourceRef place = source.place(opener.line(), word.start(1) + 1, word.end(1) + 1);
            found = Problem.error(
                    place, "the " + word.group(1) + " block that begins here is not closed", "a `}` is missing");
        } else {
            SourceRef place = source.place(opener.line(), opener.column(), opener.column() + 1);
            found = Problem.error(
                    place, "this `" + opener.bracket() + "` is not closed", "a `" + missing + "` is missing");
        }
    }

    private void comment() {
        int start = at;
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            report(start, start + 2, "the comment that begins here is not closed", "a `*/` is missing");
            return;
        }
        skipTo(end + 2);
    }

    private void quoted(char quote) {
        String three = String.valueOf(quote).repeat(3);
        int start = at;
        if (next(three)) {
            int end = text.indexOf(three, at + 3);
            if (end < 0) {
                report(start, start + 3, "the text that begins here is not closed", three + " is missing");
            } else {
                skipTo(end + 3);
            }
            return;
        }
        at++;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == quote) {
                at++;
                return;
            } else if (quote == '"' && c == '$' && at + 1 < text.length() && text.charAt(at + 1) == '{') {
                placeholder();
            }
            at++;
        }
        report(
                start,
                start + 1,
                "the text that begins here is not closed",
                "a " + quote + " is missing; one inside the text is written \\" + quote);
    }

    /** Leaves {@code at} on the closing brace. */
    private void placeholder() {
        int depth = 0;
        while (at < text.length() && text.charAt(at) != '\n') {
            if (text.charAt(at) == '{') {
                depth++;
            } else if (text.charAt(at) == '}' && --depth == 0) {
                return;
            }
            at++;
        }
        at--;
    }

    private void skipToLineEnd() {
        while (at < text.length() && text.charAt(at) != '\n') {
            at++;
        }
    }

    private void skipTo(int end) {
        while (at < end) {
            if (text.charAt(at) == '\n') {
                newLine();
            } else {
                at++;
            }
        }
    }

    private void newLine() {
        at++;
        line++;
        lineStart = at;
    }

    private boolean next(String expected) {
        return text.startsWith(expected, at);
    }

    private int indent() {
        int indent = 0;
        while (lineStart + indent < text.length() && " \t".indexOf(text.charAt(lineStart + indent)) >= 0) {
            indent++;
        }
        return indent;
    }

    private void report(int start, int end, String summary, String hint) {
        // The line is the current one, except for what began on an earlier line and never ended.
        int startLine =
                (int) text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
        int column = start - (text.lastIndexOf('\n', start - 1) + 1) + 1;
        found = Problem.error(source.place(startLine, column, column + end - start), summary, hint);
    }

    private static char closing(char bracket) {
        return switch (bracket) {
            case '{' -> '}';
            case '(' -> ')';
            default -> ']';
        };
    }
}
