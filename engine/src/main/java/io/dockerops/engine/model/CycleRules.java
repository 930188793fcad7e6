package io.dockerops.engine.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Nothing may wait for itself. Instances wait for the instances that they link to, whose volumes they use and whose
 * network they share.
 *
 * <p>A whole service, and the owners of a volume, are nodes of their own between those who wait and those who are waited
 * for: so the graph stays as small as the project, where a link between two services of many instances would give an edge
 * for each pair.
 */
final class CycleRules {

    /** An edge to {@code target}, for the word and value that ask for it; both null on edges out of a service or volume. */
    private record Edge(
            Object target, @Nullable String word, @Nullable String value) {}

    private record Owners(VolumeId volume) {}

    private final Inquiry inquiry;
    private final Map<Object, List<Edge>> edges = new LinkedHashMap<>();

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
        edge(instance.id().service(), new Edge(instance.id(), null, null));
        settings.links().forEach(link -> waitFor(instance.id(), link.target(), "link"));
        settings.networking()
                .mode()
                .filter(NetworkMode.OfInstance.class::isInstance)
                .ifPresent(mode -> waitFor(instance.id(), ((NetworkMode.OfInstance) mode).target(), "networkMode"));
        for (Mount mount : settings.mounts()) {
            if (mount instanceof Mount.From from) {
                waitFor(instance.id(), from.source(), "use");
            } else if (mount instanceof Mount.OfVolume of && of.role() == Mount.Role.USED) {
                edge(instance.id(), new Edge(new Owners(of.volume()), "use", of.key()));
            } else if (mount instanceof Mount.OfVolume of && of.role() == Mount.Role.ATTACHED) {
                edge(new Owners(of.volume()), new Edge(instance.id(), null, null));
            }
        }
    }

    private void waitFor(InstanceId owner, Selector target, String word) {
        Object node =
                target.instance().isEmpty() ? target.service() : new InstanceId(target.service(), target.instance());
        edge(owner, new Edge(node, word, target.toString()));
    }

    private void edge(Object from, Edge edge) {
        edges.computeIfAbsent(from, node -> new ArrayList<>()).add(edge);
    }

    private Map<Object, List<Object>> targets() {
        Map<Object, List<Object>> targets = new LinkedHashMap<>();
        edges.forEach(
                (from, out) -> targets.put(from, out.stream().map(Edge::target).toList()));
        return targets;
    }

    /** Reports the shortest circle through the first instance of a set of nodes that all reach each other. */
    private void report(Set<Object> component) {
        InstanceId start = inquiry.instances.stream()
                .map(Instance::id)
                .filter(component::contains)
                .findFirst()
                .orElseThrow();
        List<Object> circle = shortestCircle(start, component);
        List<InstanceId> path = circle.stream()
                .filter(InstanceId.class::isInstance)
                .map(InstanceId.class::cast)
                .toList();
        List<String> hints = new ArrayList<>();
        for (int i = 0; i < circle.size() - 1; i++) {
            if (circle.get(i) instanceof InstanceId from) {
                hints.add(reason(from, edgeTo(from, circle.get(i + 1)), i));
            }
        }
        Edge first = edgeTo(start, circle.get(1));
        inquiry.error(
                inquiry.origins.of(start, String.valueOf(first.word()), String.valueOf(first.value())),
                path.size() == 2
                        ? "`" + label(path, 0) + "` waits for itself"
                        : "services wait for each other in a circle: " + drawn(path),
                hints);
    }

    private String reason(InstanceId from, Edge edge, int position) {
        String word = String.valueOf(edge.word());
        String value = String.valueOf(edge.value());
        return (position == 0 ? "take one of these out: " : "") + "`" + word + " '" + value + "'` of `"
                + (inquiry.origins.mentions().containsKey(new Origins.Mention(from, word, value))
                        ? from.label()
                        : from.service().label())
                + "`" + inquiry.in(from, word, value);
    }

    private Edge edgeTo(Object from, Object target) {
        return edges.getOrDefault(from, List.of()).stream()
                .filter(edge -> edge.target().equals(target))
                .findFirst()
                .orElseThrow();
    }

    /** Breadth first from {@code start} back to it, inside {@code component}. */
    private List<Object> shortestCircle(Object start, Set<Object> component) {
        Map<Object, Object> cameFrom = new LinkedHashMap<>();
        Deque<Object> queue = new ArrayDeque<>(List.of(start));
        while (!cameFrom.containsKey(start)) {
            Object node = queue.remove();
            for (Edge edge : edges.getOrDefault(node, List.of())) {
                if (component.contains(edge.target()) && cameFrom.putIfAbsent(edge.target(), node) == null) {
                    queue.add(edge.target());
                }
            }
        }
        List<Object> circle = new ArrayList<>(List.of(start));
        for (Object node = cameFrom.get(start); node != null && !node.equals(start); node = cameFrom.get(node)) {
            circle.add(node);
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
