package io.dockerops.dsl.words;

/**
 * Stands for a declared group.
 *
 * @param name its name
 */
public record GroupHandle(String name) {}
