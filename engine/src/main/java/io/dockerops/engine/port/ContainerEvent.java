package io.dockerops.engine.port;

/**
 * Something that happened to a container.
 *
 * @param containerId the engine's full id
 * @param containerName its name
 * @param action the engine's word for it, such as {@code start}, {@code die}, {@code health_status: healthy}
 * @param exitCode the exit code with {@code die}, else 0
 */
public record ContainerEvent(String containerId, String containerName, String action, int exitCode) {}
