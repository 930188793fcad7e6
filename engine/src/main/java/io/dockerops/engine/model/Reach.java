package io.dockerops.engine.model;

import java.util.List;
import java.util.Optional;

/** The networks that settings lead to. */
public final class Reach {

    /** The engine's default bridge, by the engine's name. */
    private static final String BRIDGE = "bridge";

    private Reach() {}

    /** The declared networks that an instance takes part in: the default one when it says nothing. */
    static List<NetworkId> networks(Settings settings) {
        if (settings.networking().mode().isPresent()) {
            return List.of();
        }
        List<Endpoint> endpoints = settings.networking().endpoints();
        return endpoints.isEmpty()
                ? List.of(NetworkId.DEFAULT)
                : endpoints.stream().map(Endpoint::network).toList();
    }

    /** The first of the networks of {@code one} that {@code other} is in too, by the engine's name. */
    public static Optional<String> common(Naming naming, Settings one, Settings other) {
        List<String> theirs = names(naming, other);
        return names(naming, one).stream().filter(theirs::contains).findFirst();
    }

    private static List<String> names(Naming naming, Settings settings) {
        boolean bridged = settings.networking()
                .mode()
                .filter(NetworkMode.Bridge.class::isInstance)
                .isPresent();
        return bridged
                ? List.of(BRIDGE)
                : networks(settings).stream().map(naming::network).toList();
    }
}
