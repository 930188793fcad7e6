package io.dockerops.engine.graph;

import java.util.List;

/** A graph that should have no cycle has one. */
public final class CycleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<?> cycle;

    CycleException(List<?> cycle) {
        super("there is a cycle: " + cycle);
        this.cycle = List.copyOf(cycle);
    }

    /** The nodes of one cycle in order, the first one not repeated at the end. */
    public List<?> cycle() {
        return cycle;
    }
}
