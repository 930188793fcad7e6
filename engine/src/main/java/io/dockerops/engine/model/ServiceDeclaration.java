package io.dockerops.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A service as it is written down: {@link Inheritance} makes services of declarations.
 *
 * @param id its name
 * @param template whether it is abstract: only there to be inherited
 * @param parents the services that it inherits, in the order in which they are applied
 * @param settings what holds for all its instances
 * @param overrides its named instances in the order of their declaration, with what each has of its own
 * @param typing the types of its instances
 */
public record ServiceDeclaration(
        ServiceId id,
        boolean template,
        List<ServiceId> parents,
        Settings settings,
        Map<String, Settings> overrides,
        Typing typing) {

    /** A service that says nothing of the types of its instances. */
    public ServiceDeclaration(
            ServiceId id,
            boolean template,
            List<ServiceId> parents,
            Settings settings,
            Map<String, Settings> overrides) {
        this(id, template, parents, settings, overrides, Typing.NONE);
    }

    public ServiceDeclaration {
        parents = List.copyOf(parents);
        overrides = Collections.unmodifiableMap(new LinkedHashMap<>(overrides));
    }
}
