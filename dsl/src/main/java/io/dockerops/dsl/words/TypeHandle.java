package io.dockerops.dsl.words;

/**
 * Stands for a type of instances.
 *
 * @param name its name
 */
public record TypeHandle(String name) {}
