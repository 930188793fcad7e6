package io.dockerops.engine.execute;

import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.ActionGraph;
import io.dockerops.engine.plan.PlannedAction;
import io.dockerops.engine.plan.PlannedAction.Trigger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Knows of each action of a graph whether it waits, is ready, runs or has ended, and what follows from that for the
 * others. Knows neither engines nor threads.
 */
final class Schedule {

    /** Hears what follows. */
    interface Follower {

        /** {@code action} may begin; {@code rank} tells which of the ready ones comes first: the lowest. */
        void ready(PlannedAction action, long rank);

        /** {@code action} has ended, or will never begin. */
        void ended(PlannedAction action, ActionOutcome outcome);
    }

    private enum State {
        WAITING,
        READY,
        RUNNING,
        ENDED
    }

    private static final class Node {

        final PlannedAction planned;
        final List<Node> before = new ArrayList<>();
        final List<Node> behind = new ArrayList<>();
        boolean restoring;
        /** Whether it also runs when the user has ended the run, because what it follows was begun. */
        boolean inAnyCase;

        int waitsBehind;
        int open;
        boolean begun;
        State state = State.WAITING;

        @Nullable
        ActionOutcome outcome;

        Node(PlannedAction planned) {
            this.planned = planned;
            this.restoring = planned.trigger() == Trigger.ANY_FAILED;
            this.inAnyCase = planned.trigger() == Trigger.ALL_ENDED;
        }

        boolean about(Node other) {
            return planned.action().subject().equals(other.planned.action().subject())
                    && planned.action().host().equals(other.planned.action().host());
        }

        boolean waiting() {
            Action action = planned.action();
            return action instanceof Action.AwaitHealthy
                    || action instanceof Action.AwaitExit
                    || action instanceof Action.AwaitEnd
                    || action instanceof Action.AwaitSteady;
        }
    }

    private final List<Node> nodes = new ArrayList<>();
    private final Deque<Node> free = new ArrayDeque<>();
    private final Follower follower;
    private int ended;
    private boolean cancelled;

    Schedule(ActionGraph graph, Follower follower) {
        this.follower = follower;
        for (PlannedAction planned : graph.actions()) {
            Node node = new Node(planned);
            for (int number : planned.after()) {
                Node before = nodes.get(number - 1);
                node.before.add(before);
                before.behind.add(node);
                node.restoring |= before.restoring;
                node.inAnyCase |= before.inAnyCase;
            }
            node.open = node.before.size();
            nodes.add(node);
        }
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            for (Node before : node.before) {
                before.waitsBehind = Math.max(before.waitsBehind, node.waitsBehind + (node.waiting() ? 1 : 0));
            }
        }
    }

    /** What comes before {@code node} and is about the same element, directly or over others of that kind. */
    private static Set<Node> history(Node node) {
        Set<Node> reached = new LinkedHashSet<>();
        Deque<Node> next = new ArrayDeque<>(node.before);
        while (!next.isEmpty()) {
            Node before = next.pop();
            if (before.about(node) && reached.add(before)) {
                next.addAll(before.before);
            }
        }
        return reached;
    }

    /** Makes ready what waits for nothing. */
    void start() {
        nodes.stream().filter(node -> node.open == 0).forEach(free::add);
        settleFree();
    }

    /** Whether every action has ended. */
    boolean over() {
        return ended == nodes.size();
    }

    /** How many actions run. */
    int running() {
        return (int) nodes.stream().filter(node -> node.state == State.RUNNING).count();
    }

    /** Whether {@code action} restores what a failed replacement left. */
    boolean restoring(PlannedAction action) {
        return node(action).restoring;
    }

    /** Marks a ready action as running; false when it is not to begin any more. */
    boolean begin(PlannedAction action) {
        Node node = node(action);
        if (node.state != State.READY) {
            return false;
        }
        node.state = State.RUNNING;
        node.begun = true;
        return true;
    }

    /** Marks a running action as ended; does nothing when it has ended already. */
    void end(PlannedAction action, ActionOutcome outcome) {
        Node node = node(action);
        if (node.state != State.ENDED) {
            finish(node, outcome);
            settleFree();
        }
    }

    /** Turns what was done into a failure. What directly depends on it and has not begun is skipped. */
    void revoke(PlannedAction action, ActionOutcome.Failed outcome) {
        Node node = node(action);
        node.outcome = outcome;
        for (Node behind : node.behind) {
            if (behind.state == State.READY && behind.planned.trigger() == Trigger.ALL_DONE) {
                finish(behind, new ActionOutcome.SkippedBecauseOf(action.number()));
            }
        }
        settleFree();
    }

    /** Lets nothing begin any more but the restoring of what is half replaced; with {@code atOnce} not even that. */
    void cancel(boolean atOnce) {
        cancelled = true;
        for (Node node : nodes) {
            boolean begun = node.state == State.RUNNING || node.state == State.ENDED;
            if (!begun && (atOnce || !(node.restoring || node.inAnyCase))) {
                finish(node, new ActionOutcome.Cancelled());
            }
        }
        settleFree();
    }

    /** Counts the running actions that {@code wanted} accepts as cancelled. */
    void abandon(Predicate<PlannedAction> wanted) {
        nodes.stream()
                .filter(node -> node.state == State.RUNNING && wanted.test(node.planned))
                .forEach(node -> finish(node, new ActionOutcome.Cancelled()));
        settleFree();
    }

    /** What became of each action, by number; all must have ended. */
    List<ActionOutcome> outcomes() {
        return nodes.stream().map(Schedule::outcome).toList();
    }

    private Node node(PlannedAction action) {
        return nodes.get(action.number() - 1);
    }

    private static ActionOutcome outcome(Node node) {
        ActionOutcome outcome = node.outcome;
        if (outcome == null) {
            throw new IllegalStateException("#" + node.planned.number() + " has not ended");
        }
        return outcome;
    }

    private void finish(Node node, ActionOutcome outcome) {
        if (node.state == State.ENDED) {
            return;
        }
        node.state = State.ENDED;
        node.outcome = outcome;
        ended++;
        follower.ended(node.planned, outcome);
        node.behind.forEach(this::oneLess);
    }

    private void oneLess(Node node) {
        node.open--;
        if (node.open == 0) {
            free.add(node);
        }
    }

    /** A loop instead of recursion, since a failure can skip chains longer than the thread's stack is deep. */
    private void settleFree() {
        Node node = free.poll();
        while (node != null) {
            if (node.state == State.WAITING) {
                Optional<ActionOutcome> instead = insteadOf(node);
                if (instead.isPresent()) {
                    finish(node, instead.get());
                } else {
                    node.state = State.READY;
                    follower.ready(node.planned, rank(node));
                }
            }
            node = free.poll();
        }
    }

    /** What becomes of a node that is not to begin although all before it have ended; empty when it is. */
    private Optional<ActionOutcome> insteadOf(Node node) {
        return switch (node.planned.trigger()) {
            case ALL_DONE -> insteadOfNext(node, firstFailure(node));
            case ALL_TRIED -> insteadOfNext(node, firstSkipped(node));
            case ANY_FAILED -> insteadOfRestoring(node);
            case ALL_ENDED -> insteadOfLast(node);
        };
    }

    private Optional<ActionOutcome> insteadOfLast(Node node) {
        boolean needed =
                node.before.isEmpty() ? !cancelled : node.before.stream().anyMatch(before -> before.begun);
        return needed ? Optional.empty() : Optional.of(new ActionOutcome.NotNeeded());
    }

    private Optional<ActionOutcome> insteadOfNext(Node node, OptionalInt failure) {
        if (failure.isPresent()) {
            return Optional.of(new ActionOutcome.SkippedBecauseOf(failure.getAsInt()));
        }
        if (any(node, ActionOutcome.Cancelled.class)) {
            return Optional.of(new ActionOutcome.Cancelled());
        }
        return any(node, ActionOutcome.NotNeeded.class) ? Optional.of(new ActionOutcome.NotNeeded()) : Optional.empty();
    }

    private Optional<ActionOutcome> insteadOfRestoring(Node node) {
        boolean broken = firstFailure(node).isPresent() || any(node, ActionOutcome.Cancelled.class);
        boolean needed = broken && (!cancelled || halfDone(node));
        return needed ? Optional.empty() : Optional.of(new ActionOutcome.NotNeeded());
    }

    private static boolean halfDone(Node node) {
        return history(node).stream().anyMatch(before -> before.begun)
                || node.before.stream().anyMatch(before -> before.begun);
    }

    private static boolean any(Node node, Class<? extends ActionOutcome> kind) {
        return node.before.stream().anyMatch(before -> kind.isInstance(outcome(before)));
    }

    private static OptionalInt firstSkipped(Node node) {
        return node.before.stream()
                .map(Schedule::outcome)
                .filter(ActionOutcome.SkippedBecauseOf.class::isInstance)
                .mapToInt(skipped -> ((ActionOutcome.SkippedBecauseOf) skipped).action())
                .min();
    }

    private static OptionalInt firstFailure(Node node) {
        return node.before.stream()
                .map(before -> outcome(before) instanceof ActionOutcome.Failed
                        ? OptionalInt.of(before.planned.number())
                        : outcome(before) instanceof ActionOutcome.SkippedBecauseOf skipped
                                ? OptionalInt.of(skipped.action())
                                : OptionalInt.empty())
                .flatMapToInt(OptionalInt::stream)
                .min();
    }

    /** What has the longest chain of waits behind it comes first, since nothing makes those shorter; then by number. */
    private static long rank(Node node) {
        return (((long) Integer.MAX_VALUE - node.waitsBehind) << Integer.SIZE) + node.planned.number();
    }
}
