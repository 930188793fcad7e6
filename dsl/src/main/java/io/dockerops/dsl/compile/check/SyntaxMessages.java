package io.dockerops.dsl.compile.check;

import io.dockerops.dsl.compile.unit.SourceText;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.SourceRef;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.syntax.SyntaxException;

/** One clear line for a file that does not parse. */
final class SyntaxMessages {

    private static final Pattern TOKEN = Pattern.compile("\\w+|'[^'\\n]*'|\"[^\"\\n]*\"|\\S");
    private static final Pattern NAMED_BEFORE = Pattern.compile("(?<=[\\w'\"\\])}])\\s+(\\w+)\\s*$");

    private static final String UNQUOTED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/.:_-@~";
    private static final Pattern BRACED = Pattern.compile("\\{\\s*\\w+\\s*:[^{}]*$");

    private SyntaxMessages() {}

    static Problem of(SourceText source, SyntaxException error) {
        Optional<Problem> bracket = Brackets.check(source);
        return bracket.orElseGet(() -> unexpected(source, error));
    }

    private static Problem unexpected(SourceText source, SyntaxException error) {
        String message = error.getOriginalMessage();
        if (message == null || !message.startsWith("Unexpected")) {
            SourceRef place = source.place(
                    Math.max(1, error.getStartLine()),
                    error.getStartColumn(),
                    error.getEndLine() == error.getStartLine() ? error.getEndColumn() : Integer.MAX_VALUE);
            String said = message == null ? "" : message;
            return Sentences.of(said, place).orElseGet(() -> CompilerMessages.fallback(said, place));
        }
        int line = Math.max(1, error.getStartLine());
        String text = source.line(line);
        int column = Math.min(Math.max(1, error.getStartColumn()), text.length() + 1);
        Matcher token = TOKEN.matcher(text);
        if (!token.find(column - 1)) {
            return incomplete(source, line);
        }
        SourceRef place = source.place(line, token.start() + 1, token.end() + 1);
        Problem problem = Problem.error(place, "`" + token.group() + "` is not expected here");
        return hint(text, token.start(), token.group()).map(problem::hint).orElse(problem);
    }

    private static Optional<String> hint(String line, int at, String token) {
        String before = line.substring(0, at);
        Matcher named = NAMED_BEFORE.matcher(before);
        if (token.equals(":") && named.find()) {
            return Optional.of("is a comma missing before `" + named.group(1) + "`?");
        }
        if (token.equals(",") && BRACED.matcher(before).find()) {
            return Optional.of("names with values stand behind their word without braces");
        }
        return runAround(line, at).map(text -> "if this is text, put it in quotes: '" + text + "'");
    }

    /** A path or an image without quotes. */
    private static Optional<String> runAround(String line, int at) {
        int start = at;
        while (start > 0 && UNQUOTED.indexOf(line.charAt(start - 1)) >= 0) {
            start--;
        }
        int end = at;
        while (end < line.length() && UNQUOTED.indexOf(line.charAt(end)) >= 0) {
            end++;
        }
        String run = line.substring(start, end);
        return Optional.of(run).filter(text -> text.contains("/") && text.length() > 1);
    }

    /** The mistake shows at the end of a line: the last line before it that has something. */
    private static Problem incomplete(SourceText source, int line) {
        int last = line;
        while (last > 1 && source.line(last).isBlank()) {
            last--;
        }
        int end = Math.max(1, source.line(last).stripTrailing().length());
        return Problem.error(source.place(last, end, end + 1), "something is missing at the end of this line");
    }
}
