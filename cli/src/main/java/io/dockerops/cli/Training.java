package io.dockerops.cli;

import io.dockerops.cli.session.Composition;
import io.dockerops.cli.session.Surroundings;
import io.dockerops.cli.terminal.SystemTerminal;
import io.dockerops.dsl.LoadedProject;
import io.dockerops.dsl.ProjectInput;
import io.dockerops.dsl.ProjectScripts;
import io.dockerops.engine.fake.FakeHosts;
import io.dockerops.engine.port.HostConnections;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Does what commands do most, with engines that it makes itself, so that the JVM can keep the classes that this has loaded
 * in an archive, from which later starts take them. The launcher runs it by itself in the background. It prints nothing
 * and changes nothing outside of a temporary folder.
 */
final class Training {

    private static final String PROJECT = """
            project 'training'
            def replicas = parameter('replicas', 2)
            def data = volume 'data', at: '/data'
            def base = rootfs('base') {
                empty()
                add 'project.groovy', to: '/project.groovy'
            }
            def app = service('app') {
                image base
                command 'app'
                env NAME: 'app'
                mount data
                healthy 'true', every: 1.seconds
                limits { memory 64.mb }
                instances((1..replicas).collect { "app$it" })
            }
            service('web') {
                image base
                command 'web', '-f'
                link app
                publish '8080:80'
            }
            group 'all', 'web', app
            """;

    /** What the engine on the socket knows enough for. */
    private static final String CONNECTED = """
            project 'training'
            (1..9).each { int i ->
                service("app$i") {
                    image 'app'
                    command 'app', "$i"
                    stopSignal 'SIGKILL'
                }
            }
            service('web') {
                image 'app'
                env NAME: 'web'
                link 'app1'
                instances 'one', 'two'
            }
            """;

    private static final List<List<String>> IN_MEMORY = List.of(
            List.of("--help"),
            List.of("validate"),
            List.of("plan"),
            List.of("run"),
            // Compiled and done before: what matters most.
            List.of("run"),
            List.of("plan", "--json"),
            List.of("ps"),
            List.of("version"));

    private static final List<List<String>> ON_SOCKET =
            List.of(List.of("run"), List.of("run"), List.of("ps"), List.of("plan"), List.of("clean", "--yes"));

    private final Path folder;
    private final FakeHosts hosts = new FakeHosts();

    private Training(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        Main.prepare();
        Path folder = Files.createTempDirectory("dockerops-training");
        int code;
        try {
            code = new Training(folder).run();
        } finally {
            remove(folder);
        }
        System.exit(code);
    }

    /** The exit code of the first command that fails, else 0. */
    private int run() throws IOException {
        int code = run(PROJECT, new InMemory(), "", IN_MEMORY);
        if (code != 0) {
            return code;
        }
        try (TrainingEngine engine = new TrainingEngine(folder.resolve("docker.sock"))) {
            return run(CONNECTED, new Here(), engine.address(), ON_SOCKET);
        }
    }

    private int run(String project, Composition composition, String host, List<List<String>> commands)
            throws IOException {
        Files.writeString(folder.resolve("project.groovy"), project);
        for (List<String> command : commands) {
            int code = Main.run(command, surroundings(host), composition);
            if (code != 0) {
                return code;
            }
        }
        return 0;
    }

    private Surroundings surroundings(String host) {
        Map<String, String> environment = Map.of("HOME", folder.toString(), "DOCKER_HOST", host);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Surroundings(
                environment, folder, InputStream.nullInputStream(), nowhere, nowhere, new SystemTerminal(environment));
    }

    /** Scripts are cached in the temporary folder. */
    private class Here extends Composition {

        @Override
        public LoadedProject load(ProjectInput input) {
            return ProjectScripts.cachedIn(folder.resolve("cache")).load(input);
        }
    }

    /** With the engine in memory, which can do all that engines can. */
    private final class InMemory extends Here {

        @Override
        protected HostConnections hosts(Map<String, String> environment) {
            return hosts;
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
