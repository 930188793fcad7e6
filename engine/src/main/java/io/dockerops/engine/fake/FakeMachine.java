package io.dockerops.engine.fake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The machine that a {@link FakeEngine} runs on, as far as containers notice it. Safe for use by several threads. */
public final class FakeMachine {

    private final Set<Integer> ports = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    private final SortedMap<String, List<String>> interfaces = new TreeMap<>();
    private String name = "fake";

    FakeMachine() {
        interfaces.put("lo", List.of("127.0.0.1", "::1"));
    }

    /** The machine calls itself {@code own}; without this {@code fake}. */
    public synchronized void call(String own) {
        name = own;
    }

    /** The machine has a network interface with {@code addresses} in place of those that it had. */
    public synchronized void connect(String networkInterface, String... addresses) {
        interfaces.put(networkInterface, List.of(addresses));
    }

    synchronized String name() {
        return name;
    }

    synchronized SortedMap<String, List<String>> interfaces() {
        return new TreeMap<>(interfaces);
    }

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
