package io.dockerops.dsl.words;

import java.util.Map;

/** The words in a {@code build} block. */
public interface BuildWords {

    /**
     * Names the Dockerfile. By default {@code Dockerfile}.
     *
     * <pre>{@code
     * dockerfile 'Dockerfile.small'
     * }</pre>
     *
     * @param path relative to the folder that is built
     * @since 0.1.0
     */
    void dockerfile(String path);

    /**
     * Sets a build argument.
     *
     * <pre>{@code
     * arg 'VERSION', '1.4'
     * }</pre>
     *
     * @param name as in the Dockerfile's ARG
     * @param value a text, a number, true or false
     * @since 0.1.0
     */
    void arg(String name, Object value);

    /**
     * Sets several build arguments.
     *
     * <pre>{@code
     * args VERSION: '1.4', DEBUG: true
     * }</pre>
     *
     * @since 0.1.0
     */
    void args(Map<String, ?> arguments);

    /**
     * Ends the build at a stage of the Dockerfile. By default at the last one.
     *
     * <pre>{@code
     * target 'runtime'
     * }</pre>
     *
     * @since 0.1.0
     */
    void target(String stage);
}
