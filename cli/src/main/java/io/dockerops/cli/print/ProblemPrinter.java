package io.dockerops.cli.print;

import io.dockerops.cli.terminal.Style;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemText;
import io.dockerops.engine.problem.Severity;
import io.dockerops.engine.problem.SourceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws problems with the lines of the files that they are about, and gives them as JSON trees. */
public final class ProblemPrinter {

    private final ProblemText text;
    private final Path folder;

    /** @param folder what file names are shown relative to */
    public ProblemPrinter(Path folder) {
        this.folder = folder;
        this.text = new ProblemText(folder, ProblemPrinter::lines);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The text of {@code problems}, each line ended, an empty line between two of them. */
    public String draw(List<Problem> problems, Style style) {
        List<String> drawn = new ArrayList<>();
        for (Problem problem : problems) {
            drawn.add(draw(problem, style));
        }
        return String.join("\n", drawn);
    }

    private String draw(Problem problem, Style style) {
        String plain = text.draw(problem);
        if (!style.coloured()) {
            return plain;
        }
        Tone tone = problem.severity() == Severity.ERROR ? Tone.BOLD_RED : Tone.BOLD_YELLOW;
        StringBuilder coloured = new StringBuilder();
        boolean first = true;
        for (String line : plain.lines().toList()) {
            coloured.append(first ? head(line, tone, style) : body(line, tone, style))
                    .append('\n');
            first = false;
        }
        return coloured.toString();
    }

    private static String head(String line, Tone tone, Style style) {
        int colon = line.indexOf(':') + 1;
        return style.paint(tone, line.substring(0, colon)) + style.paint(Tone.BOLD, line.substring(colon));
    }

    /** The margin up to its sign is blue; what points at the mistake has the tone of the problem. */
    private static String body(String line, Tone tone, Style style) {
        for (String sign : new String[] {"--> ", " | ", " = "}) {
            int at = line.indexOf(sign);
            if (at >= 0 && isMargin(line, at)) {
                String margin = line.substring(0, at + sign.length());
                String rest = line.substring(at + sign.length());
                boolean points = sign.equals(" | ") && margin.strip().equals("|");
                return style.paint(Tone.BOLD_BLUE, margin) + (points ? style.paint(tone, rest) : rest);
            }
        }
        return line;
    }

    private static boolean isMargin(String line, int end) {
        for (int i = 0; i < end; i++) {
            if (line.charAt(i) != ' ' && !Character.isDigit(line.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** {@code problem} as a tree; the file's name is relative to the folder when it lies below. */
    public Map<String, Object> tree(Problem problem) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("severity", problem.severity() == Severity.ERROR ? "error" : "warning");
        if (problem.place().isPresent()) {
            SourceRef place = problem.place().get();
            Path file = place.file().toAbsolutePath().normalize();
            tree.put("file", (file.startsWith(folder) ? folder.relativize(file) : file).toString());
            tree.put("line", place.line());
            if (place.column() > 0) {
                tree.put("column", place.column());
                tree.put("endColumn", place.endColumn());
            }
        }
        tree.put("summary", problem.summary());
        tree.put("hints", problem.hints());
        return tree;
    }
}
