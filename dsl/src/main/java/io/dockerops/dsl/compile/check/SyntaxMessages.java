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
            return Problem.error(place, CompilerMessages.fallback(message == null ? "" : message));
        }
        int line = Math.max(1, error.getStartLine());
        String text = source.line(line);
        int column = Math.min(Math.max(1, error.getStartColumn()), text.length() + 1);
        Matcher token = TOKEN.matcher(text);
        if (!token.find(column - 1)) {
            return incomplete(source, line);
        }
        SourceRef place = source.place(line, token.start() + 1, token.end() + 1);
        String summary = "`" + token.group() + "` is not expected here";
        Matcher named = NAMED_BEFORE.matcher(text.substring(0, token.start()));
        if (token.group().equals(":") && named.find()) {
            return Problem.error(place, summary, "is a comma missing before `" + named.group(1) + "`?");
        }
        if (token.group().equals(",")
                && BRACED.matcher(text.substring(0, token.start())).find()) {
            return Problem.error(place, summary, "names with values stand behind their word without braces");
        }
        return Problem.error(place, summary);
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
