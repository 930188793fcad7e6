package io.dockerops.engine.model;

import java.util.Optional;

/**
 * One container to be.
 *
 * @param id its identity
 * @param settings what holds for it, the service's settings included; at most one host
 * @param declared the name under which it was declared; another one than the identity's when there is one such instance on
 *     each of several hosts
 */
public record Instance(InstanceId id, Settings settings, Optional<String> declared) {

    /** An instance with the name that it was declared with. */
    public Instance(InstanceId id, Settings settings) {
        this(id, settings, id.instance());
    }

    /** The host that it runs on. */
    public HostId host() {
        return settings.hosts().isEmpty() ? HostId.LOCAL : settings.hosts().get(0);
    }

    /** Whether it runs a shell that waits for somebody at a terminal. */
    public boolean interactive() {
        return Types.interactive(settings);
    }

    /** Whether it runs to its end instead of staying up. */
    public boolean oneShot() {
        return settings.lifecycle().oneShot().orElse(false);
    }

    /** Whether it is started once and then left alone. */
    public boolean persistent() {
        return settings.lifecycle().persistent().orElse(false);
    }
}
