package io.dockerops.cli.session;

import io.dockerops.dsl.ConvertedMap;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.dsl.ProjectInput;
import io.dockerops.dsl.ProjectScripts;
import io.dockerops.engine.Engine;
import io.dockerops.engine.dns.DnsServers;
import io.dockerops.engine.docker.DockerHosts;
import io.dockerops.engine.execute.ExecutorSettings;
import io.dockerops.engine.keys.KeyFolder;
import io.dockerops.engine.local.PrivateEngine;
import io.dockerops.engine.machine.LocalUser;
import io.dockerops.engine.model.ProjectKey;
import io.dockerops.engine.port.HostConnections;
import io.dockerops.engine.port.ImageSources;
import io.dockerops.engine.port.NameServers;
import io.dockerops.engine.port.ProgressListener;
import io.dockerops.engine.rootfs.LocalImageSources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Makes the parts that commands work with. Specs replace some of them. */
public class Composition {

    /** The parts that work on real engines. */
    public Composition() {}

    /**
     * The project that {@code input} declares.
     *
     * @throws io.dockerops.engine.problem.ProblemException when the script or the map is wrong
     */
    public LoadedProject load(ProjectInput input) {
        return ProjectScripts.cachedIn(LocalUser.cacheFolder()).load(input);
    }

    /**
     * Finds and pins the libraries of a script.
     *
     * @param update whether to pin all of them anew, as they are now
     * @return their checksums, by where they come from
     * @throws io.dockerops.engine.problem.ProblemException when the script or a library is wrong
     */
    public Map<String, String> lock(Path script, boolean update) {
        return ProjectScripts.cachedIn(LocalUser.cacheFolder()).lock(script, update);
    }

    /**
     * The script that declares what the map of {@code input} does.
     *
     * @throws io.dockerops.engine.problem.ProblemException when the map is wrong
     */
    public final ConvertedMap convert(ProjectInput input) {
        return ProjectScripts.uncached().convert(input);
    }

    /**
     * An engine for the project in {@code projectFolder}.
     *
     * @param environment the variables that say where engines are
     * @param parallel how many containers of a host are worked on at the same time, when not as usual
     * @param trace hears of each call to an engine, in any thread; empty when nobody wants to
     */
    final Engine engine(
            Map<String, String> environment,
            Path projectFolder,
            OptionalInt parallel,
            Optional<Consumer<String>> trace) {
        ExecutorSettings usual = ExecutorSettings.DEFAULTS.withFolder(
                projectFolder.toAbsolutePath().normalize());
        ExecutorSettings settings =
                parallel.isPresent() ? usual.withLimits(parallel.getAsInt(), parallel.getAsInt()) : usual;
        HostConnections hosts = hosts(environment);
        HostConnections heard = trace.<HostConnections>map(listener -> new TracedHosts(hosts, listener))
                .orElse(hosts);
        return new Engine(heard, images(), new ProjectSecrets(projectFolder, environment), nameServers(), settings);
    }

    /** The DNS servers in which instances are registered. */
    protected NameServers nameServers() {
        return new DnsServers();
    }

    /**
     * The private key of SSH of the project in {@code projectFolder}; empty when it has none yet.
     *
     * @throws io.dockerops.engine.port.EngineException when it is damaged, or others can read it
     */
    public final Optional<Path> sshKey(Path projectFolder) {
        KeyFolder keys = new KeyFolder(projectFolder);
        if (!keys.has(ProjectKey.SSH)) {
            return Optional.empty();
        }
        keys.read(ProjectKey.SSH);
        return Optional.of(keys.file(ProjectKey.SSH).toAbsolutePath());
    }

    /** The engines that {@code environment} and the project name. */
    protected HostConnections hosts(Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        return new DockerHosts(
                environment,
                home,
                List.of(DockerHosts.systemSocket(), PrivateEngine.ofUser().socket()));
    }

    /** What images are made from. */
    protected ImageSources images() {
        return new LocalImageSources();
    }

    /** How the private engine stands. */
    public PrivateEngine.Status privateEngine() {
        return PrivateEngine.ofUser().status();
    }

    /**
     * Starts the private engine, unless it runs.
     *
     * @param progress hears what is going on, first of all that something is going to be installed
     * @throws io.dockerops.engine.port.EngineException when it cannot be started
     */
    public PrivateEngine.Status startPrivateEngine(ProgressListener progress) {
        return PrivateEngine.ofUser().start(progress);
    }

    /** Stops the private engine; false when it did not run. */
    public boolean stopPrivateEngine() {
        return PrivateEngine.ofUser().stop();
    }
}
