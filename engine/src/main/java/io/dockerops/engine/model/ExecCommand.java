package io.dockerops.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * A command run in a container after its start.
 *
 * @param command the command and its arguments
 * @param user who runs it; the container's user when empty
 * @param once whether it runs only after the container was made, not at each start
 * @param background whether it goes on running beside the main process, and is run again when it is not found there;
 *     otherwise it has to end with exit code 0
 */
public record ExecCommand(List<String> command, Optional<String> user, boolean once, boolean background) {

    /** @throws IllegalArgumentException when there is no command */
    public ExecCommand {
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("an exec needs a command");
        }
    }

    /** A command that has to end. */
    public ExecCommand(List<String> command, Optional<String> user, boolean once) {
        this(command, user, once, false);
    }
}
