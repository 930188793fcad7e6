package io.dockerops.engine;

import io.dockerops.engine.dns.DnsServers;
import io.dockerops.engine.execute.Cancellation;
import io.dockerops.engine.execute.Executor;
import io.dockerops.engine.execute.ExecutorSettings;
import io.dockerops.engine.execute.RunListener;
import io.dockerops.engine.execute.RunReport;
import io.dockerops.engine.model.ActionId;
import io.dockerops.engine.model.CustomAction;
import io.dockerops.engine.model.CustomActionRules;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.ProjectValidator;
import io.dockerops.engine.plan.ImagesRequest;
import io.dockerops.engine.plan.Plan;
import io.dockerops.engine.plan.PlanRequest;
import io.dockerops.engine.plan.Planner;
import io.dockerops.engine.plan.Policy;
import io.dockerops.engine.plan.ScriptRequest;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.HostConnections;
import io.dockerops.engine.port.ImageSources;
import io.dockerops.engine.port.NameServers;
import io.dockerops.engine.port.SecretStore;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import io.dockerops.engine.problem.Severity;
import io.dockerops.engine.state.ObservedState;
import io.dockerops.engine.state.StateReader;
import java.util.List;
import java.util.Map;

/**
 * Observes the engines of a project's hosts, plans what has to be done, and does it.
 *
 * <pre>{@code
 * try (Engine engine = new Engine(hosts, sources, secrets)) {
 *     Plan plan = engine.plan(project, origins, engine.observe(project), PlanRequest.of(Command.RUN));
 *     RunReport report = engine.execute(plan, listener, new Cancellation());
 * }
 * }</pre>
 */
public final class Engine implements AutoCloseable {

    private final HostConnections hosts;
    private final ImageSources sources;
    private final NameServers names;
    private final Executor executor;
    /** Of the containers that were seen last; they need not be asked for again. */
    private volatile Map<HostId, Map<String, String>> ids = Map.of();

    /**
     * An engine with the usual limits.
     *
     * @param hosts gives the engines of hosts; closed with this
     * @param sources knows what images are made from
     * @param secrets knows the values of secrets
     */
    public Engine(HostConnections hosts, ImageSources sources, SecretStore secrets) {
        this(hosts, sources, secrets, ExecutorSettings.DEFAULTS);
    }

    /** An engine with limits and times of its own. */
    public Engine(HostConnections hosts, ImageSources sources, SecretStore secrets, ExecutorSettings settings) {
        this(hosts, sources, secrets, new DnsServers(), settings);
    }

    /**
     * An engine with limits and times of its own.
     *
     * @param names asks and changes DNS servers
     */
    public Engine(
            HostConnections hosts,
            ImageSources sources,
            SecretStore secrets,
            NameServers names,
            ExecutorSettings settings) {
        this.hosts = hosts;
        this.sources = sources;
        this.names = names;
        this.executor = new Executor(hosts, sources, secrets, names, settings);
    }

    /**
     * Reads the present state of all hosts of {@code project}.
     *
     * @throws EngineException when a host cannot be read
     */
    public ObservedState observe(Project project) {
        ObservedState state = new StateReader(hosts, sources, names).read(project);
        ids = state.ids();
        return state;
    }

    /**
     * Plans what has to be done.
     *
     * @param origins where the project's elements were declared; {@link Origins#NONE} when not in a script
     * @throws ProblemException when the project contradicts itself or the observed state does not allow it
     */
    public Plan plan(Project project, Origins origins, ObservedState state, PlanRequest request) {
        check(project, origins);
        return Planner.plan(project, origins, state, request);
    }

    /**
     * Plans that images of the project are made.
     *
     * @throws ProblemException when the project contradicts itself, or its Dockerfiles do
     */
    public Plan plan(Project project, Origins origins, ObservedState state, ImagesRequest request) {
        check(project, origins);
        return Planner.plan(project, state, request);
    }

    /**
     * Plans that a script runs in fresh containers, to its end. What it prints comes as {@link
     * io.dockerops.engine.execute.RunEvent.OutputRead} when the plan is executed.
     *
     * @throws ProblemException when the project contradicts itself or the observed state does not allow it
     */
    public Plan plan(Project project, Origins origins, ObservedState state, ScriptRequest request) {
        check(project, origins);
        return Planner.plan(project, origins, state, request);
    }

    /**
     * Plans an action that the project declares, and before it those that it needs.
     *
     * @param actions all actions of the project
     * @throws ProblemException when project or actions contradict themselves or the observed state does not allow it
     */
    public Plan plan(
            Project project, Origins origins, ObservedState state, List<CustomAction> actions, ActionId wanted) {
        check(project, origins);
        List<Problem> errors = CustomActionRules.check(project, actions, origins);
        if (!errors.isEmpty()) {
            throw new ProblemException(errors);
        }
        return Planner.plan(project, origins, state, actions, wanted);
    }

    /**
     * What {@code policies}, one after the other, leave of {@code plan}.
     *
     * @throws ProblemException with all that they refuse
     */
    public Plan apply(List<Policy> policies, Plan plan) {
        return Planner.apply(policies, plan);
    }

    private static void check(Project project, Origins origins) {
        List<Problem> errors = ProjectValidator.check(project, origins).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(errors);
        }
    }

    /**
     * Does what {@code plan} says. What goes wrong in the world stands in the report; nothing is thrown for it.
     *
     * @param listener hears how it goes on
     * @param cancellation ends the run before its time
     */
    public RunReport execute(Plan plan, RunListener listener, Cancellation cancellation) {
        return executor.run(plan, ids, listener, cancellation);
    }

    /**
     * The engine of one host, for reading logs and running commands.
     *
     * @throws EngineException when it cannot be connected
     */
    public ContainerEngine on(Host host) {
        return hosts.engine(host);
    }

    /** Closes the connections to the hosts. */
    @Override
    public void close() {
        hosts.close();
    }
}
