package io.dockerops.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Containers with the same purpose.
 *
 * @param id its name
 * @param settings what holds for all its instances
 * @param overrides its named instances in the order of their declaration, with what each has of its own; empty for one
 *     instance without a name
 */
public record Service(ServiceId id, Settings settings, Map<String, Settings> overrides) {

    public Service {
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
    }

    /**
     * The instances with the settings that hold for each, in the order of their declaration. What is to run on several
     * hosts has an instance on each, named after the host: {@code edge}, or {@code one-edge} where instances have names.
     */
    public List<Instance> instances() {
        if (overrides.isEmpty()) {
            return onHosts(Optional.empty(), settings);
        }
        return overrides.entrySet().stream()
                .flatMap(entry ->
                        onHosts(Optional.of(entry.getKey()), entry.getValue().over(settings)).stream())
                .toList();
    }

    /** The same, where what it requires has the values of {@code given}. */
    Service given(Map<String, String> given) {
        Map<String, Settings> instances = new LinkedHashMap<>(overrides);
        instances.replaceAll((name, own) -> own.given(given));
        return new Service(id, settings.given(given), instances);
    }

    private List<Instance> onHosts(Optional<String> declared, Settings merged) {
        if (merged.hosts().size() <= 1) {
            return List.of(new Instance(new InstanceId(id, declared), merged));
        }
        return merged.hosts().stream()
                .map(host -> new Instance(
                        InstanceId.named(id, declared.map(name -> name + "-").orElse("") + host.name()),
                        merged.on(host),
                        declared))
                .toList();
    }

    /**
     * The instances that {@code name} names: all when it is empty, the one with that name, or those that were declared with
     * it and run on several hosts.
     */
    public List<Instance> instances(Optional<String> name) {
        return instances().stream()
                .filter(instance ->
                        name.isEmpty() || name.equals(instance.id().instance()) || name.equals(instance.declared()))
                .toList();
    }
}
