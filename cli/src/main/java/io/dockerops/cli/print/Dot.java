package io.dockerops.cli.print;

import io.dockerops.cli.print.Diagram.Edge;
import io.dockerops.cli.print.Diagram.Node;

/** Writes diagrams in the language of Graphviz. */
public final class Dot {

    private Dot() {}

    /** The text of {@code diagram}, each line ended. */
    public static String write(Diagram diagram) {
        StringBuilder text = new StringBuilder("digraph " + quoted(diagram.name()) + " {\n");
        text.append("  rankdir=LR\n");
        text.append("  node [fontname=\"sans-serif\", shape=box]\n");
        text.append("  edge [fontname=\"sans-serif\", fontsize=10]\n");
        for (Node node : diagram.nodes()) {
            text.append("  ")
                    .append(quoted(node.id()))
                    .append(" [label=")
                    .append(quoted(String.join("\n", node.lines())))
                    .append(shape(node.kind()))
                    .append("]\n");
        }
        for (Edge edge : diagram.edges()) {
            text.append("  ").append(quoted(edge.from())).append(" -> ").append(quoted(edge.to()));
            text.append(attributes(edge)).append('\n');
        }
        return text.append("}\n").toString();
    }

    private static String shape(Diagram.Kind kind) {
        return switch (kind) {
            case SERVICE -> ", style=\"rounded,bold\"";
            case VOLUME -> ", shape=cylinder";
            case HOST_PATH -> ", shape=folder";
            case NETWORK -> ", shape=ellipse";
            case ACTION -> "";
        };
    }

    private static String attributes(Edge edge) {
        String label = edge.label().isEmpty() ? "" : "label=" + quoted(edge.label());
        String arrow = edge.dependency() ? "" : "dir=none, style=dashed";
        String both = label.isEmpty() || arrow.isEmpty() ? label + arrow : label + ", " + arrow;
        return both.isEmpty() ? "" : " [" + both + "]";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
