package io.dockerops.engine.port;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A command in a container, connected with this process.
 *
 * @param command the command and its arguments
 * @param user who runs it; the container's user when empty
 * @param workingDirectory where it runs; the container's when empty
 * @param terminal whether it gets a terminal; then its standard error comes with its standard output
 * @param input what it reads
 * @param output where its standard output goes
 * @param error where its standard error goes
 */
public record TerminalSession(
        List<String> command,
        Optional<String> user,
        Optional<String> workingDirectory,
        boolean terminal,
        InputStream input,
        OutputStream output,
        OutputStream error) {

    /** Tells a running command how large its terminal is. */
    public interface Control {

        /** The terminal has {@code rows} and {@code columns} now. */
        void resize(int rows, int columns);
    }
}
