package io.dockerops.dsl.words;

/**
 * Stands for a declared service.
 *
 * @param name its name
 */
public record ServiceHandle(String name) implements ServiceTarget {

    /** One of its instances, which may be declared later. */
    public InstanceHandle instance(String instance) {
        return new InstanceHandle(name, instance);
    }

    /** One of its instances, which may be declared later: {@code app['one']}. */
    public InstanceHandle getAt(String instance) {
        return instance(instance);
    }
}
