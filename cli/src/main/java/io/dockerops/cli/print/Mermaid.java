package io.dockerops.cli.print;

import io.dockerops.cli.print.Diagram.Edge;
import io.dockerops.cli.print.Diagram.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes diagrams in the language of Mermaid, which Markdown viewers draw. */
public final class Mermaid {

    private Mermaid() {}

    /** The text of {@code diagram}, each line ended. */
    public static String write(Diagram diagram) {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        Map<String, String> ids = new LinkedHashMap<>();
        for (Node node : diagram.nodes()) {
            // Mermaid's ids take few characters, and some words are reserved.
            String id = "n" + (ids.size() + 1);
            ids.put(node.id(), id);
            text.append("  ").append(id).append(box(node)).append('\n');
        }
        for (Edge edge : diagram.edges()) {
            text.append("  ").append(ids.get(edge.from()));
            text.append(edge.dependency() ? " -->" : " -.-");
            text.append(edge.label().isEmpty() ? " " : "|" + quoted(edge.label()) + "| ");
            text.append(ids.get(edge.to())).append('\n');
        }
        return text.toString();
    }

    private static String box(Node node) {
        String label = quoted(String.join("<br/>", node.lines()));
        return switch (node.kind()) {
            case SERVICE -> "(" + label + ")";
            case VOLUME -> "[(" + label + ")]";
            case HOST_PATH -> "[/" + label + "/]";
            case NETWORK -> "([" + label + "])";
            case ACTION -> "[" + label + "]";
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "#quot;").replace("\n", "<br/>") + '"';
    }
}
