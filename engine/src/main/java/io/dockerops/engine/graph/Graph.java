package io.dockerops.engine.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A directed graph: each node comes after those it depends on. Nodes and edges keep the order in which they were added,
 * so that everything derived from the graph is the same in every run. All methods are linear in nodes and edges.
 *
 * @param <N> the nodes; equal ones are the same node
 */
public final class Graph<N> {

    private final Map<N, Set<N>> dependencies = new LinkedHashMap<>();

    /** Adds a node; does nothing when it is there. */
    public void node(N node) {
        dependencies.computeIfAbsent(node, key -> new LinkedHashSet<>());
    }

    /** Adds both nodes and says that {@code node} comes after {@code dependency}. */
    public void edge(N node, N dependency) {
        node(dependency);
        dependencies.computeIfAbsent(node, key -> new LinkedHashSet<>()).add(dependency);
    }

    /** All nodes in the order in which they were added. */
    public Set<N> nodes() {
        return Collections.unmodifiableSet(dependencies.keySet());
    }

    /** What {@code node} directly depends on. */
    public Set<N> dependencies(N node) {
        return Collections.unmodifiableSet(dependencies.getOrDefault(node, Set.of()));
    }

    /** The graph with all edges turned round. */
    public Graph<N> reversed() {
        Graph<N> reversed = new Graph<>();
        dependencies.keySet().forEach(reversed::node);
        dependencies.forEach((node, needed) -> needed.forEach(each -> reversed.edge(each, node)));
        return reversed;
    }

    /** {@code starts} and everything that they depend on, directly or not. */
    public Set<N> closure(Collection<N> starts) {
        Set<N> reached = new LinkedHashSet<>();
        Deque<N> open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            N node = open.pop();
            if (reached.add(node)) {
                dependencies(node).forEach(open::push);
            }
        }
        return reached;
    }

    /**
     * All nodes, each after those it depends on; where the graph leaves a choice, in the order of adding, depth first.
     *
     * @throws CycleException when there is no such order
     */
    public List<N> ordered() {
        Search search = new Search();
        dependencies.keySet().forEach(search::visit);
        return search.done;
    }

    /** One cycle, if there is any: its nodes in order, the first one not repeated. */
    public Optional<List<N>> cycle() {
        try {
            ordered();
            return Optional.empty();
        } catch (CycleException e) {
            List<N> cycle = new ArrayList<>();
            dependencies.keySet().stream()
                    .filter(e.cycle()::contains)
                    .findFirst()
                    .ifPresent(first -> {
                        int start = e.cycle().indexOf(first);
                        for (int i = 0; i < e.cycle().size(); i++) {
                            @SuppressWarnings("unchecked") // the search puts only nodes of this graph there
                            N node = (N) e.cycle().get((start + i) % e.cycle().size());
                            cycle.add(node);
                        }
                    });
            return Optional.of(cycle);
        }
    }

    /** Depth-first search with a stack of its own, since chains can be longer than the thread's stack is deep. */
    private final class Search {

        private final List<N> done = new ArrayList<>(dependencies.size());
        private final Map<N, Boolean> finished = new HashMap<>();
        private final Deque<Step<N>> path = new ArrayDeque<>();

        void visit(N start) {
            enter(start);
            while (!path.isEmpty()) {
                Step<N> step = path.peek();
                if (step.rest.hasNext()) {
                    enter(step.rest.next());
                } else {
                    path.pop();
                    finished.put(step.node, true);
                    done.add(step.node);
                }
            }
        }

        private void enter(N node) {
            Boolean state = finished.get(node);
            if (state == null) {
                finished.put(node, false);
                path.push(new Step<>(node, dependencies(node).iterator()));
            } else if (!state) {
                throw new CycleException(cycleTo(node));
            }
        }

        private List<N> cycleTo(N node) {
            List<N> cycle = new ArrayList<>();
            for (Step<N> step : path) {
                cycle.add(step.node);
                if (step.node.equals(node)) {
                    break;
                }
            }
            Collections.reverse(cycle);
            return cycle;
        }
    }

    private record Step<N>(N node, java.util.Iterator<N> rest) {}
}
