package io.dockerops.engine.model;

import java.util.List;

/** The networks that settings lead to. */
final class Reach {

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
}
