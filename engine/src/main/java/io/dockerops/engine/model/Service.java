package io.dockerops.engine.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Containers with the same purpose.
 *
 * @param id its name
 * @param settings what holds for all its instances
 * @param overrides its named instances in the order of their declaration, with what each has of its own; empty for one
 *     instance without a name
 * @param asked the instances of which the command line asks something, with all that holds for each: in place of what is
 *     declared under the same name, empty for the instance without one, or beside what is declared
 */
public record Service(ServiceId id, Settings settings, Map<String, Settings> overrides, Map<String, Settings> asked) {

    /** A service of which the command line asks nothing. */
    public Service(ServiceId id, Settings settings, Map<String, Settings> overrides) {
        this(id, settings, overrides, Map.of());
    }

    public Service {
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
        asked = Collections.unmodifiableMap(new LinkedHashMap<>(asked));
    }

    /** The same, with {@code instances} of which the command line asks something. */
    Service asking(Map<String, Settings> instances) {
        return new Service(id, settings, overrides, instances);
    }

    /** The same with {@code change} made to the settings of each block. */
    Service changed(BiFunction<ElementId, Settings, Settings> change) {
        return new Service(id, change.apply(id, settings), changed(overrides, change), changed(asked, change));
    }

    private Map<String, Settings> changed(
            Map<String, Settings> instances, BiFunction<ElementId, Settings, Settings> change) {
        Map<String, Settings> changed = new LinkedHashMap<>(instances);
        changed.replaceAll(
                (name, own) -> change.apply(name.isEmpty() ? InstanceId.only(id) : InstanceId.named(id, name), own));
        return changed;
    }

    /**
     * The instances with the settings that hold for each, in the order of their declaration. What is to run on several
     * hosts has an instance on each, named after the host: {@code edge}, or {@code one-edge} where instances have names.
     * Behind them those that only the command line asks for.
     */
    public List<Instance> instances() {
        List<Instance> instances = new ArrayList<>(listed());
        asked.forEach((name, all) -> {
            if (!name.isEmpty() && !overrides.containsKey(name)) {
                instances.addAll(onHosts(Optional.of(name), all));
            }
        });
        return instances;
    }

    /** Those that the project lists, which are meant when the whole service is. */
    public List<Instance> listed() {
        if (overrides.isEmpty()) {
            return onHosts(Optional.empty(), asked.getOrDefault("", settings));
        }
        return overrides.entrySet().stream()
                .flatMap(entry -> onHosts(
                        Optional.of(entry.getKey()),
                        asked.containsKey(entry.getKey())
                                ? asked.get(entry.getKey())
                                : entry.getValue().over(settings))
                        .stream())
                .toList();
    }

    /** The same, where what it requires has the values of {@code given}. */
    Service given(Map<String, String> given) {
        return changed((owner, own) -> own.given(given));
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
     * The instances that {@code name} names: all that are listed when it is empty, the one with that name, or those that were
     * declared with it and run on several hosts.
     */
    public List<Instance> instances(Optional<String> name) {
        return name.isEmpty() ? listed() : named(name);
    }

    private List<Instance> named(Optional<String> name) {
        return instances().stream()
                .filter(instance -> name.equals(instance.id().instance()) || name.equals(instance.declared()))
                .toList();
    }
}
