package io.dockerops.engine.model;

import java.util.Optional;

/**
 * A dependency on another service that makes it reachable under a name.
 *
 * @param target the service or instance
 * @param alias a further name for the target, seen by this instance's networks; none when empty
 * @param legacy whether it is one of the engine's legacy links, which work without user-defined networks: by the default
 *     bridge
 */
public record Link(Selector target, Optional<String> alias, boolean legacy) {

    /** A link by networks. */
    public Link(Selector target, Optional<String> alias) {
        this(target, alias, false);
    }

    /** @throws IllegalArgumentException when the alias is malformed */
    public Link {
        alias.ifPresent(Rules::alias);
    }
}
