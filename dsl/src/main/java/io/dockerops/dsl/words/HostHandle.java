package io.dockerops.dsl.words;

/**
 * Stands for a declared host.
 *
 * @param name its name
 */
public record HostHandle(String name) {}
