package io.dockerops.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a service says of the types of its instances.
 *
 * @param service what holds for all of them
 * @param instances what single ones say, by name
 */
public record Typing(Said service, Map<String, Said> instances) {

    /** Says nothing. */
    public static final Typing NONE = new Typing(Said.NOTHING, Map.of());

    /**
     * A type and what differs from it.
     *
     * @param type the name of the type; that of the instance when it is one, else {@code standard}, when empty
     * @param switches what differs
     */
    public record Said(Optional<String> type, Switches switches) {

        /** Neither a type nor a switch. */
        public static final Said NOTHING = new Said(Optional.empty(), Switches.NONE);

        /** This over {@code base}. */
        public Said over(Said base) {
            return new Said(Ordered.first(type, base.type), switches.over(base.switches));
        }
    }

    public Typing {
        instances = Collections.unmodifiableMap(new LinkedHashMap<>(instances));
    }

    /** What holds for the instance {@code name}. */
    Said of(String name) {
        return instances.getOrDefault(name, Said.NOTHING).over(service);
    }

    /** This over {@code base}. */
    public Typing over(Typing base) {
        Map<String, Said> merged = new LinkedHashMap<>(base.instances);
        instances.forEach((name, said) -> merged.merge(name, said, (below, above) -> above.over(below)));
        return new Typing(service.over(base.service), merged);
    }
}
