package io.dockerops.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * What runs in a container. What is empty is left to the image.
 *
 * @param command the command and its arguments
 * @param entrypoint the entrypoint and its arguments
 * @param workingDirectory an absolute path
 * @param user {@code user[:group]}, by name or number
 * @param hostname the host name; {@code <service>[-<instance>]} when empty
 */
public record ContainerProcess(
        Optional<List<String>> command,
        Optional<List<String>> entrypoint,
        Optional<String> workingDirectory,
        Optional<String> user,
        Optional<String> hostname) {

    /** Leaves all to the image. */
    public static final ContainerProcess EMPTY = new ContainerProcess(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public ContainerProcess {
        command = command.map(List::copyOf);
        entrypoint = entrypoint.map(List::copyOf);
        workingDirectory.ifPresent(path -> Paths.checkAbsolute("working directory", path));
    }

    ContainerProcess over(ContainerProcess base) {
        return new ContainerProcess(
                Ordered.first(command, base.command),
                Ordered.first(entrypoint, base.entrypoint),
                Ordered.first(workingDirectory, base.workingDirectory),
                Ordered.first(user, base.user),
                Ordered.first(hostname, base.hostname));
    }
}
