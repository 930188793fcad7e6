package io.dockerops.engine.port;

/**
 * What came of a command in a container.
 *
 * @param exitCode its exit code
 * @param output its last output, standard output and error mixed as they came, at most 64 KiB
 */
public record ExecResult(int exitCode, String output) {}
