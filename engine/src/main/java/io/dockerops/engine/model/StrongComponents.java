package io.dockerops.engine.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Tarjan's algorithm: the sets of nodes of a directed graph that all reach each other. With stacks of its own instead of
 * recursion, since a chain may be longer than a thread's stack is deep.
 */
final class StrongComponents {

    private static final int UNSEEN = 0;

    private final int[][] targets;
    private final int[] order;
    private final int[] low;
    private final int[] nextTarget;
    private final boolean[] open;
    private final int[] stack;
    private final int[] visits;
    private final List<BitSet> cyclic = new ArrayList<>();
    private int stackSize;
    private int visitsSize;
    private int seen;

    /** @param targets for each node, counted from 0, where its edges lead */
    StrongComponents(int[][] targets) {
        this.targets = targets;
        this.order = new int[targets.length];
        this.low = new int[targets.length];
        this.nextTarget = new int[targets.length];
        this.open = new boolean[targets.length];
        this.stack = new int[targets.length];
        this.visits = new int[targets.length];
    }

    /** The sets with a cycle in them. */
    List<BitSet> cyclic() {
        for (int node = 0; node < targets.length; node++) {
            if (order[node] == UNSEEN) {
                visitFrom(node);
            }
        }
        Collections.reverse(cyclic);
        return List.copyOf(cyclic);
    }

    private void visitFrom(int start) {
        enter(start);
        while (visitsSize > 0) {
            int node = visits[visitsSize - 1];
            if (nextTarget[node] < targets[node].length) {
                int next = targets[node][nextTarget[node]++];
                if (order[next] == UNSEEN) {
                    enter(next);
                } else if (open[next]) {
                    low[node] = Math.min(low[node], order[next]);
                }
            } else {
                visitsSize--;
                leave(node);
            }
        }
    }

    private void enter(int node) {
        order[node] = ++seen;
        low[node] = seen;
        open[node] = true;
        stack[stackSize++] = node;
        visits[visitsSize++] = node;
    }

    private void leave(int node) {
        if (visitsSize > 0) {
            int caller = visits[visitsSize - 1];
            low[caller] = Math.min(low[caller], low[node]);
        }
        if (low[node] != order[node]) {
            return;
        }
        if (stack[stackSize - 1] == node && !leadsToItself(node)) {
            open[stack[--stackSize]] = false;
            return;
        }
        BitSet component = new BitSet();
        while (open[node]) {
            int member = stack[--stackSize];
            open[member] = false;
            component.set(member);
        }
        cyclic.add(component);
    }

    private boolean leadsToItself(int node) {
        for (int target : targets[node]) {
            if (target == node) {
                return true;
            }
        }
        return false;
    }
}
