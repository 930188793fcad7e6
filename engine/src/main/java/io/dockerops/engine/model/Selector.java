package io.dockerops.engine.model;

import java.util.Optional;

/**
 * Names a whole service or one of its instances, as links, groups and targets do.
 *
 * @param service the service
 * @param instance one instance; empty for all of them
 */
public record Selector(ServiceId service, Optional<String> instance) {

    /** @throws IllegalArgumentException when the instance's name breaks the rule for names */
    public Selector {
        instance.ifPresent(name -> Names.check("instance", name));
    }

    /** All instances of {@code service}. */
    public static Selector all(ServiceId service) {
        return new Selector(service, Optional.empty());
    }

    /**
     * Reads {@code service} or {@code service.instance}.
     *
     * @throws IllegalArgumentException when a part is not a name
     */
    public static Selector parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0
                ? all(new ServiceId(text))
                : new Selector(new ServiceId(text.substring(0, dot)), Optional.of(text.substring(dot + 1)));
    }

    /** Whether {@code id} is meant. */
    public boolean matches(InstanceId id) {
        return id.service().equals(service) && (instance.isEmpty() || instance.equals(id.instance()));
    }

    @Override
    public String toString() {
        return instance.map(name -> service.name() + "." + name).orElse(service.name());
    }
}
