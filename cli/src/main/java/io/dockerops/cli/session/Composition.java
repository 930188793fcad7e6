package io.dockerops.cli.session;

import io.dockerops.dsl.LoadedProject;
import io.dockerops.dsl.ProjectScripts;
import io.dockerops.engine.Engine;
import io.dockerops.engine.port.HostConnections;
import io.dockerops.engine.port.ImageSources;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/** Makes the parts that commands work with. Specs replace some of them. */
public class Composition {

    /** The parts that work on real engines. */
    public Composition() {}

    /**
     * The project that {@code script} declares.
     *
     * @throws io.dockerops.engine.problem.ProblemException when the script is wrong
     */
    public LoadedProject load(Path script, Map<String, String> parameters) {
        return ProjectScripts.load(script, parameters);
    }

    /**
     * An engine for the project in {@code projectFolder}.
     *
     * @param environment the variables that say where engines are
     */
    public final Engine engine(Map<String, String> environment, Path projectFolder, OptionalInt parallel) {
        return new Engine(hosts(environment), images(), new ProjectSecrets(projectFolder, environment));
    }

    /** The engines that {@code environment} and the project name. */
    protected HostConnections hosts(Map<String, String> environment) {
        throw new UnsupportedOperationException(environment.toString());
    }

    /** What images are made from. */
    protected ImageSources images() {
        throw new UnsupportedOperationException();
    }
}
