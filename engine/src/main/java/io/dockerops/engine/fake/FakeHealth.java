package io.dockerops.engine.fake;

import io.dockerops.engine.port.ContainerStatus.Health;

/**
 * What the health checks of a container say after each of its starts.
 *
 * @param becomes what they say in the end
 * @param afterEvents after how many further events of the engine they say so; 0 for at once
 * @param output what the check that says so prints
 */
public record FakeHealth(Health becomes, int afterEvents, String output) {

    /** Healthy at once; what holds unless a test says otherwise. */
    public static final FakeHealth AT_ONCE = new FakeHealth(Health.HEALTHY, 0, "");

    /** Neither healthy nor unhealthy, for ever. */
    public static final FakeHealth NEVER = new FakeHealth(Health.STARTING, 0, "");

    /** Healthy when {@code events} more events have happened at the engine. */
    public static FakeHealth after(int events) {
        return new FakeHealth(Health.HEALTHY, events, "");
    }

    /** Unhealthy at once, and its check prints {@code output}. */
    public static FakeHealth unhealthy(String output) {
        return new FakeHealth(Health.UNHEALTHY, 0, output);
    }
}
