package io.dockerops.engine.model;

import java.util.Optional;

/**
 * A dependency on another service that makes it reachable under a name.
 *
 * @param target the service or instance
 * @param alias a further name for the target, seen by this instance's networks; none when empty
 */
public record Link(Selector target, Optional<String> alias) {

    /** @throws IllegalArgumentException when the alias is malformed */
    public Link {
        alias.ifPresent(Rules::alias);
    }
}
