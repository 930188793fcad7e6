package io.dockerops.dsl.words;

/**
 * Stands for a declared volume.
 *
 * @param name its name
 */
public record VolumeHandle(String name) {}
