package io.dockerops.engine.port;

/** Hears the lines of a container's log in their order. */
@FunctionalInterface
public interface LogListener {

    /**
     * The next line.
     *
     * @param line without its end
     * @param error whether it came from standard error
     */
    void onLine(String line, boolean error);
}
