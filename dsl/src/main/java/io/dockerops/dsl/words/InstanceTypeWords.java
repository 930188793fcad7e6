package io.dockerops.dsl.words;

/** The words in an {@code instanceType} block. */
public interface InstanceTypeWords extends SwitchWords {

    /**
     * Publishes the ports that the image exposes, each at the same port of the host. By default what the type says.
     *
     * <pre>{@code
     * publishExposed()
     * }</pre>
     *
     * @since 0.1.0
     */
    default void publishExposed() {
        publishExposed(true);
    }

    /**
     * The same, to turn it on or off where the type says otherwise.
     *
     * <pre>{@code
     * publishExposed false
     * }</pre>
     *
     * @since 0.1.0
     */
    void publishExposed(boolean on);
}
