package io.dockerops.dsl.words;

/**
 * Stands for a declared network.
 *
 * @param name its name
 */
public record NetworkHandle(String name) {}
