package io.dockerops.engine.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tarjan's algorithm: the sets of nodes of a directed graph that all reach each other. With a stack of its own instead of
 * recursion, since a chain may be longer than a thread's stack is deep.
 */
final class StrongComponents {

    private record Visit(Object node, Iterator<Object> rest) {}

    private final Map<Object, List<Object>> targets;
    private final Map<Object, Integer> order = new LinkedHashMap<>();
    private final Map<Object, Integer> low = new LinkedHashMap<>();
    private final Set<Object> open = new LinkedHashSet<>();
    private final Deque<Object> stack = new ArrayDeque<>();
    private final Deque<Visit> visits = new ArrayDeque<>();
    private final List<Set<Object>> cyclic = new ArrayList<>();

    StrongComponents(Map<Object, List<Object>> targets) {
        this.targets = targets;
    }

    /** The sets with a cycle in them. */
    List<Set<Object>> cyclic() {
        targets.keySet().stream().filter(node -> !order.containsKey(node)).forEach(this::visitFrom);
        Collections.reverse(cyclic);
        return List.copyOf(cyclic);
    }

    private void visitFrom(Object start) {
        enter(start);
        while (!visits.isEmpty()) {
            Visit visit = visits.element();
            if (visit.rest().hasNext()) {
                Object next = visit.rest().next();
                if (!order.containsKey(next)) {
                    enter(next);
                } else if (open.contains(next)) {
                    low.merge(visit.node(), order.getOrDefault(next, 0), Math::min);
                }
            } else {
                leave(visits.remove().node());
            }
        }
    }

    private void enter(Object node) {
        order.put(node, order.size());
        low.put(node, order.size() - 1);
        open.add(node);
        stack.push(node);
        visits.push(new Visit(node, targets.getOrDefault(node, List.of()).iterator()));
    }

    private void leave(Object node) {
        int lowest = low.getOrDefault(node, 0);
        if (!visits.isEmpty()) {
            low.merge(visits.element().node(), lowest, Math::min);
        }
        if (lowest != order.getOrDefault(node, 0)) {
            return;
        }
        Set<Object> component = new LinkedHashSet<>();
        Object member;
        do {
            member = stack.pop();
            open.remove(member);
            component.add(member);
        } while (!member.equals(node));
        if (component.size() > 1 || targets.getOrDefault(node, List.of()).contains(node)) {
            cyclic.add(component);
        }
    }
}
