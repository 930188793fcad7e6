package io.dockerops.docs;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.ArrayList;
import java.util.List;

/** A comment as Markdown, with the script in its {@code <pre>} apart. */
final class Markdown {

    private final StringBuilder text = new StringBuilder();
    private final List<String> script = new ArrayList<>();
    private boolean inScript;

    Markdown(List<? extends DocTree> trees) {
        trees.forEach(this::add);
    }

    private void add(DocTree tree) {
        if (tree instanceof StartElementTree start) {
            inScript = start.getName().contentEquals("pre");
            text.append(start.getName().contentEquals("p") ? "\n\n" : "");
        } else if (tree instanceof EndElementTree) {
            inScript = false;
        } else if (tree instanceof LiteralTree literal) {
            literal(literal.getBody().getBody());
        } else if (tree instanceof LinkTree link) {
            text.append('`')
                    .append(link.getReference().getSignature().replace("#", ""))
                    .append('`');
        } else if (tree instanceof TextTree plain) {
            text.append(plain.getBody());
        } else {
            throw new IllegalStateException("the comment has " + tree.getKind() + ": " + tree);
        }
    }

    private void literal(String body) {
        if (inScript) {
            body.stripIndent().strip().lines().forEach(script::add);
        } else {
            text.append('`').append(body.strip()).append('`');
        }
    }

    /** The text on one line per paragraph. */
    String text() {
        return text.toString()
                .lines()
                .map(String::strip)
                .reduce(
                        "",
                        (all, line) -> line.isEmpty()
                                ? all + "\n\n"
                                : all + (all.isEmpty() || all.endsWith("\n") ? "" : " ") + line)
                .strip();
    }

    List<String> script() {
        return script;
    }
}
