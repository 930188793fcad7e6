package io.dockerops.engine.fake;

import java.util.LinkedHashSet;
import java.util.Set;

/** The machine that a {@link FakeEngine} runs on, as far as it can be in the way. Safe for use by several threads. */
public final class FakeMachine {

    private final Set<Integer> ports = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    FakeMachine() {}

    /** A process that is not a container listens on {@code port}. */
    public synchronized void occupyPort(int port) {
        ports.add(port);
    }

    /** The machine has no file or folder {@code path}; without this it has every one. */
    public synchronized void lackPath(String path) {
        missing.add(path);
    }

    synchronized boolean occupied(int port) {
        return ports.contains(port);
    }

    synchronized boolean lacks(String path) {
        return missing.contains(path);
    }
}
