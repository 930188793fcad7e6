package io.dockerops.engine.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Nothing may wait for itself. Instances wait for the instances that they link to, whose volumes they use and whose
 * network they share.
 *
 * <p>A whole service, and the owners of a volume, are nodes of their own between those who wait and those who are waited
 * for: so the graph stays as small as the project, where a link between two services of many instances would give an edge
 * for each pair.
 */
final class CycleRules {

    /**
     * An edge.
     *
     * @param target where it leads
     * @param word the word that asks for it; empty on edges out of a service or volume
     * @param value what the word names
     */
    private record Edge(int target, String word, String value) {}

    private record Owners(VolumeId volume) {}

    /** What was declared as one instance and is on several hosts. */
    private record DeclaredAs(InstanceId id) {}

    private final Inquiry inquiry;
    private final Map<Object, Integer> numbers = new LinkedHashMap<>();
    private final List<Object> nodes = new ArrayList<>();
    private final List<List<Edge>> edges = new ArrayList<>();

    private CycleRules(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    static void check(Inquiry inquiry) {
        CycleRules rules = new CycleRules(inquiry);
        inquiry.instances.forEach(rules::add);
        new StrongComponents(rules.targets()).cyclic().forEach(rules::report);
    }

    private void add(Instance instance) {
        Settings settings = instance.settings();
        int node = number(instance.id());
        edges.get(number(instance.id().service())).add(new Edge(node, "", ""));
        if (!instance.declared().equals(instance.id().instance())) {
            Object declared = new DeclaredAs(new InstanceId(instance.id().service(), instance.declared()));
            edges.get(number(declared)).add(new Edge(node, "", ""));
        }
        Need.of(settings).forEach(need -> waitFor(node, need));
        for (Mount mount : settings.mounts()) {
            if (mount instanceof Mount.OfVolume of && of.role() == Mount.Role.USED) {
                edges.get(node).add(new Edge(number(new Owners(of.volume())), "use", of.key()));
            } else if (mount instanceof Mount.OfVolume of && of.role() == Mount.Role.ATTACHED) {
                edges.get(number(new Owners(of.volume()))).add(new Edge(node, "", ""));
            }
        }
    }

    private void waitFor(int node, Need need) {
        Selector target = need.target();
        Object other = target.service();
        if (target.instance().isPresent()) {
            InstanceId named = new InstanceId(target.service(), target.instance());
            List<Instance> several = inquiry.matching(target);
            boolean same = several.size() == 1 && several.get(0).id().equals(named);
            other = same || several.isEmpty() ? named : new DeclaredAs(named);
        }
        edges.get(node).add(new Edge(number(other), need.word(), need.value()));
    }

    private int number(Object node) {
        Integer known = numbers.putIfAbsent(node, nodes.size());
        if (known == null) {
            nodes.add(node);
            edges.add(new ArrayList<>(1));
            return nodes.size() - 1;
        }
        return known;
    }

    private int[][] targets() {
        return edges.stream()
                .map(out -> out.stream().mapToInt(Edge::target).toArray())
                .toArray(int[][]::new);
    }

    /** Reports the shortest circle through the first instance of a set of nodes that all reach each other. */
    private void report(BitSet component) {
        int start = component.stream()
                .filter(node -> nodes.get(node) instanceof InstanceId)
                .findFirst()
                .orElseThrow();
        List<Integer> circle = shortestCircle(start, component);
        List<InstanceId> path = circle.stream()
                .map(nodes::get)
                .filter(InstanceId.class::isInstance)
                .map(InstanceId.class::cast)
                .toList();
        List<String> hints = new ArrayList<>();
        for (int i = 0; i < circle.size() - 1; i++) {
            if (nodes.get(circle.get(i)) instanceof InstanceId from) {
                hints.add(reason(from, edge(circle.get(i), circle.get(i + 1)), i));
            }
        }
        Edge first = edge(start, circle.get(1));
        inquiry.error(
                (InstanceId) nodes.get(start),
                first.word(),
                first.value(),
                path.size() == 2
                        ? "`" + label(path, 0) + "` waits for itself"
                        : "services wait for each other in a circle: " + drawn(path),
                hints);
    }

    private String reason(InstanceId from, Edge edge, int position) {
        boolean own = inquiry.origins.mentions().containsKey(new Origins.Mention(from, edge.word(), edge.value()));
        return (position == 0 ? "take one of these out: " : "") + "`" + edge.word() + " '" + edge.value() + "'` of `"
                + (own ? from.label() : from.service().label()) + "`"
                + inquiry.in(from, edge.word(), edge.value());
    }

    private Edge edge(int from, int target) {
        return edges.get(from).stream()
                .filter(edge -> edge.target() == target)
                .findFirst()
                .orElseThrow();
    }

    /** Breadth first from {@code start} back to it, inside {@code component}. */
    private List<Integer> shortestCircle(int start, BitSet component) {
        Map<Integer, Integer> cameFrom = new LinkedHashMap<>();
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (!cameFrom.containsKey(start)) {
            int node = queue.remove();
            for (Edge edge : edges.get(node)) {
                if (component.get(edge.target()) && cameFrom.putIfAbsent(edge.target(), node) == null) {
                    queue.add(edge.target());
                }
            }
        }
        List<Integer> circle = new ArrayList<>(List.of(start));
        int node = cameFrom.getOrDefault(start, start);
        while (node != start) {
            circle.add(node);
            node = cameFrom.getOrDefault(node, start);
        }
        circle.add(start);
        Collections.reverse(circle);
        return circle;
    }

    private static String drawn(List<InstanceId> path) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            labels.add(label(path, i));
        }
        return String.join(" -> ", labels);
    }

    /** The service's name alone where the circle has no second instance of it. */
    private static String label(List<InstanceId> path, int index) {
        Set<InstanceId> same = new LinkedHashSet<>(path);
        same.removeIf(id -> !id.service().equals(path.get(index).service()));
        return same.size() == 1
                ? path.get(index).service().label()
                : path.get(index).label();
    }
}
