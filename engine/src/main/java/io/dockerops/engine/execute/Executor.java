package io.dockerops.engine.execute;

import io.dockerops.engine.model.HostId;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.port.HostConnections;
import io.dockerops.engine.port.ImageSources;
import io.dockerops.engine.port.NameServers;
import io.dockerops.engine.port.SecretStore;
import java.util.Map;

/**
 * Runs plans. Every action whose predecessors are done runs, up to a limit per host and kind of work; nothing else orders
 * them. It decides nothing: what is to be done stands in the plan, and what became of it in the report.
 */
public final class Executor {

    private final Run.Tools tools;

    /**
     * @param hosts gives the engines; not closed by the executor
     * @param sources gives the root file systems of images that are imported
     * @param secrets gives the values of secrets, read just before the call that needs them
     * @param names asks and changes DNS servers
     * @param settings limits and times
     */
    public Executor(
            HostConnections hosts,
            ImageSources sources,
            SecretStore secrets,
            NameServers names,
            ExecutorSettings settings) {
        this.tools = new Run.Tools(hosts, sources, secrets, names, settings);
    }

    /**
     * Runs {@code plan} to its end. Whatever goes wrong in the world stands in the report; nothing is thrown for it. When
     * the calling thread is interrupted, the run stops at once as after the second request of {@code cancellation}.
     *
     * @param ids the ids of the project's containers by host and name, as far as they are known; each saves a question
     * @param listener hears how it goes on
     * @param cancellation ends the run before its time: the first request ends waits, lets running calls end, and starts
     *     nothing more but what restores a container that is half replaced; the second one breaks off all calls
     */
    public RunReport run(
            Plan plan, Map<HostId, Map<String, String>> ids, RunListener listener, Cancellation cancellation) {
        return new Run(plan, ids, tools, listener, cancellation).execute();
    }
}
