package io.dockerops.engine.model;

/** How a container takes part in networks when not by endpoints in user-defined ones. */
public sealed interface NetworkMode {

    /** No network but loopback. */
    record None() implements NetworkMode {}

    /** The host's own network. */
    record OfHost() implements NetworkMode {}

    /** The engine's default bridge, which has no names. */
    record Bridge() implements NetworkMode {}

    /**
     * The network of another container, which therefore comes first.
     *
     * @param target the instance
     */
    record OfInstance(Selector target) implements NetworkMode {}
}
