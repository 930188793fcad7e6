package io.dockerops.engine.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A dependency on another service that makes it reachable under a name.
 *
 * @param target the service or instance
 * @param alias a further name for the target, seen by this instance's networks; none when empty
 * @param legacy whether it is one of the engine's legacy links, which work without user-defined networks: by the default
 *     bridge
 * @param address whether the target's address is in an environment variable, {@link #variable()}; of several instances it
 *     is that of the first
 */
public record Link(Selector target, Optional<String> alias, boolean legacy, boolean address) {

    /** What the name of a variable with an address ends with. */
    private static final String ADDRESS = "_SERVICE_IP";

    /** A link by networks. */
    public Link(Selector target, Optional<String> alias) {
        this(target, alias, false);
    }

    /** A link that gives no variable. */
    public Link(Selector target, Optional<String> alias, boolean legacy) {
        this(target, alias, legacy, false);
    }

    /** @throws IllegalArgumentException when the alias is malformed */
    public Link {
        alias.ifPresent(Rules::alias);
    }

    /**
     * The variable for the target's address, such as {@code DB_SERVICE_IP}: the further name, or else the target, in
     * capitals, with {@code _} for all that is neither letter nor digit.
     */
    public String variable() {
        String name = alias.orElseGet(target::toString);
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + ADDRESS;
    }
}
