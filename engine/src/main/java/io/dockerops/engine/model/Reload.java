package io.dockerops.engine.model;

/** What tells a running container that the content of its files has changed. */
public sealed interface Reload {

    /** It is stopped and started again. */
    record Restart() implements Reload {}

    /**
     * Its main process gets a signal.
     *
     * @param name the signal, such as {@code SIGHUP}
     */
    record Signal(String name) implements Reload {}
}
