package io.dockerops.cli.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Boxes with lines between them, before they are written for a tool that draws. In the order of adding. */
public final class Diagram {

    private final String name;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<Edge> edges = new LinkedHashSet<>();

    /** What a node stands for, which decides its shape. */
    public enum Kind {
        SERVICE,
        VOLUME,
        HOST_PATH,
        NETWORK,
        ACTION
    }

    /**
     * A box.
     *
     * @param id its identity, any text
     * @param kind what it stands for
     * @param lines what stands in it
     */
    public record Node(String id, Kind kind, List<String> lines) {
        public Node {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line between two boxes.
     *
     * @param from where it begins
     * @param to where it ends
     * @param label what stands at it; empty for nothing
     * @param dependency whether it has an arrow: {@code from} needs {@code to}
     */
    public record Edge(String from, String to, String label, boolean dependency) {}

    /** A diagram without boxes. */
    public Diagram(String name) {
        this.name = name;
    }

    /** Adds a box, unless there is one with this id. */
    public void node(String id, Kind kind, List<String> lines) {
        nodes.putIfAbsent(id, new Node(id, kind, lines));
    }

    /** Adds a line, unless there is the same one. */
    public void edge(String from, String to, String label, boolean dependency) {
        edges.add(new Edge(from, to, label, dependency));
    }

    /** What it shows. */
    public String name() {
        return name;
    }

    /** All boxes. */
    public List<Node> nodes() {
        return new ArrayList<>(nodes.values());
    }

    /** All lines whose two ends exist. */
    public List<Edge> edges() {
        return edges.stream()
                .filter(edge -> nodes.containsKey(edge.from()) && nodes.containsKey(edge.to()))
                .toList();
    }
}
