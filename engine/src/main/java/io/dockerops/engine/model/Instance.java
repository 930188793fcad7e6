package io.dockerops.engine.model;

/**
 * One container to be.
 *
 * @param id its identity
 * @param settings what holds for it, the service's settings included
 */
public record Instance(InstanceId id, Settings settings) {

    /** The host that it runs on. */
    public HostId host() {
        return settings.hosts().isEmpty() ? HostId.LOCAL : settings.hosts().get(0);
    }

    /** Whether it runs to its end instead of staying up. */
    public boolean oneShot() {
        return settings.lifecycle().oneShot().orElse(false);
    }
}
