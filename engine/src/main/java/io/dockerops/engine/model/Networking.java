package io.dockerops.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * How an instance is reached and what it reaches.
 *
 * @param mode when given, the instance has no endpoints
 * @param endpoints the networks it takes part in; the project's default network when there is neither mode nor endpoint
 * @param published ports reachable from outside
 * @param exposed ports only declared
 */
public record Networking(
        Optional<NetworkMode> mode, List<Endpoint> endpoints, List<Port.Published> published, List<Port> exposed) {

    /** Says nothing. */
    public static final Networking EMPTY = new Networking(Optional.empty(), List.of(), List.of(), List.of());

    public Networking {
        endpoints = List.copyOf(endpoints);
        published = List.copyOf(published);
        exposed = List.copyOf(exposed);
    }

    Networking over(Networking base) {
        return new Networking(
                Ordered.first(mode, base.mode),
                Ordered.replaceByKey(endpoints, base.endpoints, Endpoint::network),
                Ordered.replaceAllByKey(published, base.published, Port.Published::container),
                Ordered.replaceByKey(exposed, base.exposed, port -> port));
    }
}
