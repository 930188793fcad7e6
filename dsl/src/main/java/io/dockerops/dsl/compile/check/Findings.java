package io.dockerops.dsl.compile.check;

import io.dockerops.dsl.compile.unit.SourceText;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.SourceRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ASTNode;

/** The problems of one file. At one place only the first one counts: the type checker looks at some places twice. */
final class Findings {

    private final SourceText source;
    private final Map<SourceRef, Problem> problems = new LinkedHashMap<>();

    Findings(SourceText source) {
        this.source = source;
    }

    SourceText source() {
        return source;
    }

    /** Notes a mistake at {@code node}. Nodes that the compiler made have no place, and are no mistake of the user. */
    void error(ASTNode node, String summary, String... hints) {
        if (node.getLineNumber() > 0) {
            error(place(node), summary, hints);
        }
    }

    void error(SourceRef place, String summary, String... hints) {
        add(Problem.error(place, summary, hints));
    }

    void add(Problem problem) {
        problems.putIfAbsent(problem.place().orElseThrow(), problem);
    }

    void error(ASTNode node, String summary, List<String> hints) {
        error(node, summary, hints.toArray(new String[0]));
    }

    SourceRef place(ASTNode node) {
        int end = node.getLastLineNumber() == node.getLineNumber() ? node.getLastColumnNumber() : Integer.MAX_VALUE;
        return source.place(node.getLineNumber(), node.getColumnNumber(), end);
    }

    /** What stands in the file at {@code node}; empty when it goes over several lines. */
    Optional<String> text(ASTNode node) {
        if (node.getLineNumber() < 1 || node.getLastLineNumber() != node.getLineNumber()) {
            return Optional.empty();
        }
        String line = source.line(node.getLineNumber());
        int end = Math.min(node.getLastColumnNumber() - 1, line.length());
        int start = Math.min(node.getColumnNumber() - 1, end);
        return Optional.of(line.substring(start, end));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** In the order of the file. */
    List<Problem> problems() {
        List<Problem> sorted = new ArrayList<>(problems.values());
        sorted.sort(Comparator.comparing(problem -> problem.place().orElseThrow()));
        return sorted;
    }
}
