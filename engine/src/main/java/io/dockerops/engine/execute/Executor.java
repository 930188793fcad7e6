package io.dockerops.engine.execute;

import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.port.HostConnections;
import io.dockerops.engine.port.ImageSources;
import io.dockerops.engine.port.SecretStore;

/**
 * Runs plans. Every action whose predecessors are done runs, up to a limit per host and kind of work; nothing else orders
 * them. It decides nothing: what is to be done stands in the plan, and what became of it in the report.
 */
@SuppressWarnings("UnusedVariable") // the scheduling follows in the next commits
public final class Executor {

    private final HostConnections hosts;
    private final ImageSources sources;
    private final SecretStore secrets;
    private final ExecutorSettings settings;

    /**
     * @param hosts gives the engines; not closed by the executor
     * @param sources gives the root file systems of images that are imported
     * @param secrets gives the values of secrets, read just before the call that needs them
     * @param settings limits and times
     */
    public Executor(HostConnections hosts, ImageSources sources, SecretStore secrets, ExecutorSettings settings) {
        this.hosts = hosts;
        this.sources = sources;
        this.secrets = secrets;
        this.settings = settings;
    }

    /**
     * Runs {@code plan} to its end. Whatever goes wrong in the world stands in the report; nothing is thrown for it.
     *
     * @param listener hears how it goes on
     * @param cancellation ends the run before its time
     */
    public RunReport run(Plan plan, RunListener listener, Cancellation cancellation) {
        if (!plan.isEmpty()) {
            throw new UnsupportedOperationException("plans with actions");
        }
        return new RunReport(plan, java.util.List.of(), cancellation.requested(), java.time.Duration.ZERO);
    }
}
