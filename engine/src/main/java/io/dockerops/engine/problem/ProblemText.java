package io.dockerops.engine.problem;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Draws problems as plain text, with the line of the file that each is about:
 *
 * <pre>
 * error: there is no word `imag` in a service block
 *  --> project.groovy:4:5
 * 4 |     imag 'nginx'
 *   |     ^^^^
 *   = did you mean `image`?
 * </pre>
 */
public final class ProblemText {

    private final Path base;
    private final Function<Path, List<String>> lines;

    /**
     * @param base the folder that file names are shown relative to, when they are below it
     * @param lines gives the lines of a file, none when it cannot be read
     */
    public ProblemText(Path base, Function<Path, List<String>> lines) {
        this.base = base.toAbsolutePath().normalize();
        this.lines = lines;
    }

    /** All of {@code problems}, an empty line between two of them, ending with a line feed. */
    public String draw(List<Problem> problems) {
        return problems.stream().map(this::draw).collect(Collectors.joining("\n"));
    }

    /** One problem, ending with a line feed. */
    public String draw(Problem problem) {
        StringBuilder text = new StringBuilder();
        String severity = switch (problem.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
        };
        text.append(severity).append(": ").append(problem.summary()).append('\n');
        String margin = problem.place().map(place -> drawPlace(place, text)).orElse(" ");
        for (String hint : problem.hints()) {
            text.append(margin).append(" = ").append(hint).append('\n');
        }
        return text.toString();
    }

    /** Gives the margin: as many spaces as the line's number has digits. */
    private String drawPlace(SourceRef place, StringBuilder text) {
        String number = Integer.toString(place.line());
        String margin = " ".repeat(number.length());
        text.append(margin).append("--> ").append(name(place)).append('\n');
        List<String> content = lines.apply(place.file());
        if (place.line() <= content.size()) {
            String line = content.get(place.line() - 1);
            text.append(number).append(" | ").append(line.stripTrailing()).append('\n');
            if (place.column() > 0) {
                text.append(margin).append(" | ").append(carets(place, line)).append('\n');
            }
        }
        return margin;
    }

    private static String carets(SourceRef place, String line) {
        int start = place.column() - 1;
        int end = Math.max(start + 1, Math.min(place.endColumn() - 1, line.length()));
        StringBuilder carets = new StringBuilder();
        for (int i = 0; i < start; i++) {
            carets.append(i < line.length() && line.charAt(i) == '\t' ? '\t' : ' ');
        }
        return carets.append("^".repeat(end - start)).toString();
    }

    private String name(SourceRef place) {
        Path file = place.file().toAbsolutePath().normalize();
        Path shown = file.startsWith(base) ? base.relativize(file) : file;
        return new SourceRef(shown, place.line(), place.column(), place.endColumn()).toString();
    }
}
