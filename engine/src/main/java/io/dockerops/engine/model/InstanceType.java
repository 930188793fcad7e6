package io.dockerops.engine.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of instance: what a container of the base image is run with unless the instance says otherwise.
 *
 * @param name its name; an instance of this name has this type unless it names another one
 * @param switches what it turns on and off, every switch said
 */
public record InstanceType(String name, Switches switches) {

    /** What an instance is run with when nothing else is said: links alone. */
    public static final InstanceType STANDARD = of("standard", true, false, false, false, false);

    /** The types that every project has. */
    public static final List<InstanceType> KNOWN = List.of(
            STANDARD,
            of("published", true, true, false, false, false),
            of("persistent", true, false, true, true, false),
            of("master", true, true, true, true, false),
            of("debug", false, false, false, false, true));

    /** The name of the type whose instances must be found at an address that is known. */
    public static final String MASTER = "master";

    /** @throws IllegalArgumentException when the name breaks the rule for names */
    public InstanceType {
        Names.check("type", name);
    }

    /**
     * A type that differs from {@link #STANDARD} by {@code switches}.
     *
     * @throws IllegalArgumentException when the name breaks the rule for names
     */
    public static InstanceType like(String name, Switches switches) {
        return new InstanceType(name, switches.over(STANDARD.switches));
    }

    private static InstanceType of(
            String name, boolean linked, boolean publish, boolean data, boolean log, boolean debug) {
        return new InstanceType(
                name,
                new Switches(
                        Optional.of(linked),
                        Optional.of(publish),
                        Optional.of(data),
                        Optional.of(false),
                        Optional.of(log),
                        Optional.of(debug),
                        Optional.of(debug)));
    }

    /** The known types and {@code own} by name; own ones take the place of known ones. */
    public static Map<String, InstanceType> byName(List<InstanceType> own) {
        Map<String, InstanceType> all = new LinkedHashMap<>();
        KNOWN.forEach(type -> all.put(type.name(), type));
        own.forEach(type -> all.put(type.name(), type));
        return all;
    }
}
