package io.dockerops.dsl.words;

/**
 * Stands for one instance of a service.
 *
 * @param service the service's name
 * @param name the instance's name
 */
public record InstanceHandle(String service, String name) implements ServiceTarget {}
