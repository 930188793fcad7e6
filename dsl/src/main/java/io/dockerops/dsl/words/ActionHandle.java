package io.dockerops.dsl.words;

/**
 * Stands for a declared action.
 *
 * @param name its name
 */
public record ActionHandle(String name) {}
