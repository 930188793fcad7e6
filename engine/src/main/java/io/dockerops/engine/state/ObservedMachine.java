package io.dockerops.engine.state;

import io.dockerops.engine.model.EnvValue;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.port.ContainerEngine;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the machine of an engine says of itself, as far as the project's variables want to know it.
 *
 * @param name the name that it gives itself; empty when nothing depends on it
 * @param interfaces the addresses of each of its network interfaces; none when nothing depends on them, or when they cannot
 *     be known from here
 */
public record ObservedMachine(Optional<String> name, SortedMap<String, List<String>> interfaces) {

    /** Nothing is known. */
    public static final ObservedMachine UNKNOWN = new ObservedMachine(Optional.empty(), new TreeMap<>());

    public ObservedMachine {
        interfaces = Collections.unmodifiableSortedMap(new TreeMap<>(interfaces));
    }

    /** Asks {@code engine} for what the instances on its host, {@code here}, want to know. */
    static ObservedMachine read(List<Instance> here, ContainerEngine engine) {
        boolean name = wanted(here, EnvValue.NameOfHost.class);
        boolean interfaces = wanted(here, EnvValue.AddressOfHost.class);
        return new ObservedMachine(
                name ? Optional.of(engine.hostName()).filter(text -> !text.isBlank()) : Optional.empty(),
                interfaces ? engine.interfaces() : new TreeMap<>());
    }

    private static boolean wanted(List<Instance> here, Class<? extends EnvValue> kind) {
        return here.stream()
                .flatMap(instance -> instance.settings().environment().values().stream())
                .anyMatch(value -> is(value, kind));
    }

    private static boolean is(EnvValue value, Class<? extends EnvValue> kind) {
        return value instanceof EnvValue.Required required
                ? required.value().filter(kind::isInstance).isPresent()
                : kind.isInstance(value);
    }
}
