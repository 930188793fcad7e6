package io.dockerops.engine.plan;

import io.dockerops.engine.graph.Graph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The actions of a plan, each after those it waits for.
 *
 * @param actions by ascending number
 */
public record ActionGraph(List<PlannedAction> actions) {

    /** @throws IllegalArgumentException when numbers are not 1, 2, 3, … or an action waits for itself or a later one */
    public ActionGraph {
        actions = List.copyOf(actions);
        for (int i = 0; i < actions.size(); i++) {
            PlannedAction action = actions.get(i);
            int number = i + 1;
            if (action.number() != number
                    || action.after().stream().anyMatch(before -> before >= number || before < 1)) {
                throw new IllegalArgumentException("action out of order: #" + action.number());
            }
        }
    }

    /** The action {@code number}. */
    public PlannedAction get(int number) {
        return actions.get(number - 1);
    }

    /** Collects actions while planning. Not thread-safe. */
    public static final class Builder {

        private final Graph<Node> graph = new Graph<>();
        private Function<Action, Optional<Action>> tries = action -> Optional.empty();

        /** An action being planned; the same node is the same action. */
        public static final class Node {

            private final Action action;
            private final Cause cause;
            private final List<Difference> differences;
            private final PlannedAction.Trigger trigger;

            private Node(Action action, Cause cause, List<Difference> differences, PlannedAction.Trigger trigger) {
                this.action = action;
                this.cause = cause;
                this.differences = differences;
                this.trigger = trigger;
            }
        }

        /** Adds an action that waits for {@code after} to be done. */
        public Node add(Action action, Cause cause, Collection<Node> after) {
            return add(new Node(action, cause, List.of(), PlannedAction.Trigger.ALL_DONE), after);
        }

        /** Adds an action with the differences behind it that waits for {@code after} to be done. */
        public Node add(Action action, Cause cause, List<Difference> differences, Collection<Node> after) {
            return add(new Node(action, cause, differences, PlannedAction.Trigger.ALL_DONE), after);
        }

        /** Adds an action that runs when one of {@code watched} failed or was skipped. */
        public Node addOnFailure(Action action, Cause cause, Collection<Node> watched) {
            return add(new Node(action, cause, List.of(), PlannedAction.Trigger.ANY_FAILED), watched);
        }

        /** Adds an action that runs when {@code trigger} says so of {@code watched}. */
        public Node add(
                Action action,
                Cause cause,
                List<Difference> differences,
                PlannedAction.Trigger trigger,
                Collection<Node> watched) {
            return add(new Node(action, cause, differences, trigger), watched);
        }

        private Node add(Node node, Collection<Node> after) {
            Optional<Action> first = tries.apply(node.action);
            if (first.isPresent()) {
                Node tried = new Node(first.get(), node.cause, List.of(), node.trigger);
                link(tried, after);
                return link(
                        new Node(node.action, node.cause, node.differences, PlannedAction.Trigger.ALL_TRIED),
                        List.of(tried));
            }
            return link(node, after);
        }

        private Node link(Node node, Collection<Node> after) {
            graph.node(node);
            after(node, after);
            return node;
        }

        /**
         * From now on, whatever {@code first} gives for an action is tried before it: it waits for what the action waits for,
         * and the action for it alone, even when it fails.
         */
        public void tryBefore(Function<Action, Optional<Action>> first) {
            tries = first;
        }

        /** What {@code node} does. */
        public Action action(Node node) {
            return node.action;
        }

        /** Whether {@code later} waits for {@code earlier}, directly or not. */
        public boolean comesAfter(Node later, Node earlier) {
            return graph.closure(List.of(later)).contains(earlier);
        }

        /**
         * {@code start} and those that come after it, directly or over others of them, as far as {@code wanted} accepts them
         * and they do not wait for a failure; of them those that none of them comes after.
         */
        public List<Node> lastAfter(Node start, Predicate<Action> wanted) {
            Graph<Node> behind = graph.reversed();
            Set<Node> reached = new LinkedHashSet<>(List.of(start));
            Deque<Node> open = new ArrayDeque<>(reached);
            while (!open.isEmpty()) {
                for (Node next : behind.dependencies(open.pop())) {
                    boolean goesOn = next.trigger == PlannedAction.Trigger.ALL_DONE && wanted.test(next.action);
                    if (goesOn && reached.add(next)) {
                        open.push(next);
                    }
                }
            }
            return reached.stream()
                    .filter(node -> Collections.disjoint(behind.dependencies(node), reached))
                    .toList();
        }

        /** Makes {@code node} wait for {@code after} too. */
        public void after(Node node, Collection<Node> after) {
            after.forEach(before -> graph.edge(node, before));
        }

        /** The actions added so far that {@code wanted} accepts. */
        public List<Node> nodes(Predicate<Action> wanted) {
            return graph.nodes().stream()
                    .filter(node -> wanted.test(node.action))
                    .toList();
        }

        /** The actions in an order that follows the graph and else the order of adding. */
        public ActionGraph build() {
            Map<Node, Integer> numbers = new HashMap<>();
            List<PlannedAction> actions = new ArrayList<>();
            for (Node node : graph.ordered()) {
                int number = actions.size() + 1;
                numbers.put(node, number);
                List<Integer> after = graph.dependencies(node).stream()
                        .map(numbers::get)
                        .sorted()
                        .toList();
                actions.add(new PlannedAction(number, node.action, node.cause, node.differences, after, node.trigger));
            }
            return new ActionGraph(actions);
        }
    }
}
