package io.dockerops.dsl.words;

/**
 * Stands for an image that the project makes itself.
 *
 * @param name its name
 */
public record ImageHandle(String name) {}
