package io.dockerops.cli.session;

import io.dockerops.cli.print.Endpoints;
import io.dockerops.cli.print.ProblemPrinter;
import io.dockerops.cli.session.ProjectContainers.Found;
import io.dockerops.cli.terminal.Line;
import io.dockerops.cli.terminal.Output;
import io.dockerops.cli.terminal.Style.Tone;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.dsl.ProjectInput;
import io.dockerops.engine.Engine;
import io.dockerops.engine.model.Asked;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostAddress;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One command being carried out: its surroundings, its output, and the engine as soon as it is needed. */
public final class Session implements AutoCloseable {

    private static final String DOCKER_HOST = "DOCKER_HOST";
    private static final String LOCALHOST = "localhost";

    private final Surroundings surroundings;
    private final Composition composition;
    private final Output output;
    private final boolean json;
    private final Map<String, String> environment;
    private Path projectFolder;
    private OptionalInt parallel = OptionalInt.empty();
    private Optional<Path> clients = Optional.empty();
    private List<String> confs = List.of();
    private boolean everything;
    private boolean debug;
    private Optional<String> projectEnvironment = Optional.empty();
    private @Nullable Engine engine;
    private @Nullable ProjectInput input;

    /**
     * A session that has opened nothing yet.
     *
     * @param surroundings the process
     * @param composition makes the parts
     * @param output where text goes
     * @param json whether documents are wanted in place of text
     */
    public Session(Surroundings surroundings, Composition composition, Output output, boolean json) {
        this.surroundings = surroundings;
        this.composition = composition;
        this.output = output;
        this.json = json;
        this.environment = new LinkedHashMap<>(surroundings.environment());
        this.projectFolder = surroundings.folder();
    }

    /** The process around the command. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** The variables that say where engines are. */
    public Map<String, String> environment() {
        return Collections.unmodifiableMap(environment);
    }

    /** What makes the parts. */
    public Composition composition() {
        return composition;
    }

    /** Where text goes. */
    public Output output() {
        return output;
    }

    /** Whether documents are wanted in place of text. */
    public boolean json() {
        return json;
    }

    /** Tells each call to an engine, on standard error. */
    public void useDebug() {
        debug = true;
    }

    /** Whether calls to engines are told. */
    public boolean debug() {
        return debug;
    }

    /** Makes {@code address} the engine of this machine, as {@code DOCKER_HOST} would. */
    public void useHost(String address) {
        close();
        environment.put(DOCKER_HOST, address);
    }

    /** Makes {@code number} the limit of containers that are worked on at the same time, per host. */
    public void useParallel(int number) {
        parallel = OptionalInt.of(number);
    }

    /** Makes {@code file} the client file of the map that is loaded next. */
    public void useClients(Path file) {
        clients = Optional.of(file);
    }

    /** Makes {@code names} the lists of instances of the folder of services that is loaded next. */
    public void useConfs(List<String> names) {
        confs = List.copyOf(names);
    }

    /** Makes {@code name} the environment of the project that is loaded next. */
    public void useEnvironment(String name) {
        projectEnvironment = Optional.of(name);
    }

    /** Makes services of a folder count that no list of instances has. */
    public void useEverything() {
        everything = true;
    }

    /** The name by which {@code host} is reached from this machine. */
    public String hostName(Host host) {
        HostAddress address = host.address();
        if (address instanceof HostAddress.Tcp tcp) {
            return tcp.name();
        }
        if (address instanceof HostAddress.Ssh ssh) {
            return ssh.name();
        }
        return address instanceof HostAddress.Local ? localName() : LOCALHOST;
    }

    /** Where the published ports of {@code found} are reached from this machine. */
    public List<String> endpoints(Found found) {
        return Endpoints.of(found.container().publishedPorts(), hostName(found.host()));
    }

    /** {@code DOCKER_HOST} may lead to another machine. */
    private String localName() {
        String address = environment.getOrDefault(DOCKER_HOST, "");
        int start = address.indexOf("://") + 3;
        if (!address.startsWith("tcp://") && !address.startsWith("ssh://")) {
            return LOCALHOST;
        }
        String name = address.substring(Math.max(start, address.indexOf('@') + 1));
        int colon = name.lastIndexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /**
     * Loads a project, with the values from outside that it requires, as far as they are known, and tells its warnings.
     *
     * @throws ProblemException when the script or the map is wrong
     */
    public LoadedProject load(Path script, Map<String, String> parameters) {
        input = new ProjectInput(
                script, parameters, surroundings.environment(), clients, confs, everything, projectEnvironment);
        LoadedProject loaded = composition.load(input);
        Path folder = Files.isDirectory(script) ? script : script.getParent();
        projectFolder = folder == null ? surroundings.folder() : folder;
        warn(loaded.warnings());
        return withValues(loaded);
    }

    private LoadedProject withValues(LoadedProject loaded) {
        return loaded.with(new RequiredVariables(projectFolder, surroundings.environment()).given(loaded.project()));
    }

    /**
     * The project that was loaded last, with what the command line asks of instances; tells warnings that {@code loaded} has
     * not.
     *
     * @throws ProblemException when something cannot be had
     */
    public LoadedProject asking(LoadedProject loaded, List<Asked> asked) {
        if (input == null) {
            throw new IllegalStateException("no project was loaded");
        }
        try {
            LoadedProject more = composition.load(input.asking(asked));
            warn(news(more.warnings(), loaded));
            return withValues(more);
        } catch (ProblemException e) {
            throw new ProblemException(news(e.problems(), loaded));
        }
    }

    private static List<Problem> news(List<Problem> problems, LoadedProject told) {
        List<Problem> news = new ArrayList<>(problems);
        news.removeAll(told.warnings());
        return news;
    }

    /** The folder of the project that was loaded last. */
    public Path projectFolder() {
        return projectFolder;
    }

    /** The engine, for the project that was loaded last. */
    public Engine engine() {
        if (engine == null) {
            Optional<Consumer<String>> trace =
                    debug ? Optional.of(text -> output.error(Line.of(Tone.DIM, "debug: " + text))) : Optional.empty();
            engine = composition.engine(environment, projectFolder, parallel, trace);
        }
        return engine;
    }

    /** Tells problems that do not end the command, on standard error. */
    public void warn(List<Problem> problems) {
        if (!problems.isEmpty()) {
            ProblemPrinter printer = new ProblemPrinter(surroundings.folder());
            output.errorText(printer.draw(problems, output.errStyle()) + "\n");
        }
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }
}
