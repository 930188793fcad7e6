package io.dockerops.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** The instances with the settings that hold for each, in the order of their declaration. */
    public List<Instance> instances() {
        if (overrides.isEmpty()) {
            return List.of(new Instance(InstanceId.only(id), settings));
        }
        return overrides.entrySet().stream()
                .map(entry -> new Instance(
                        InstanceId.named(id, entry.getKey()), entry.getValue().over(settings)))
                .toList();
    }
}
