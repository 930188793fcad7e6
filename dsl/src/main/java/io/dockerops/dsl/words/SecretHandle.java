package io.dockerops.dsl.words;

/**
 * Stands for the value of a secret, which is read when a container is made and not before.
 *
 * @param name its name
 */
public record SecretHandle(String name) {}
