package io.dockerops.cli

import groovy.transform.CompileStatic
import io.dockerops.cli.session.Composition
import io.dockerops.cli.session.Surroundings
import io.dockerops.cli.terminal.FakeTerminal
import io.dockerops.dsl.LoadedProject
import io.dockerops.dsl.ProjectInput
import io.dockerops.dsl.ProjectScripts
import io.dockerops.engine.dockerfile.Dockerfile
import io.dockerops.engine.fake.FakeEngine
import io.dockerops.engine.fake.FakeHosts
import io.dockerops.engine.fake.FakeNameServers
import io.dockerops.engine.local.PrivateEngine
import io.dockerops.engine.model.Image
import io.dockerops.engine.port.BuildOutline
import io.dockerops.engine.port.HostConnections
import io.dockerops.engine.port.ImageSources
import io.dockerops.engine.port.NameServers
import io.dockerops.engine.port.ProgressListener
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path

/** The whole program on engines in memory, in a folder of its own. */
@CompileStatic
class Cli {

    private static final ProjectScripts SCRIPTS = ProjectScripts.cachedIn(Files.createTempDirectory('dockerops-spec'))

    /** What most specs are about: two services, two instances of one, a link, a port. */
    static final String SHOP = '''\
        project 'shop'

        def db = service('db') {
            image 'postgres:17'
        }

        service('web') {
            image 'nginx:1'
            link db
            publish '8080:80'
            instance 'one'
            instance 'two', publish: '8081:80'
        }

        group 'all', 'db', 'web'
        '''.stripIndent()

    final Path folder
    final FakeHosts hosts = new FakeHosts()
    final FakeNameServers names = new FakeNameServers('shop.internal')
    final FakeTerminal terminal = new FakeTerminal()
    final Map<String, String> environment = new LinkedHashMap<>([LANG: 'C.UTF-8'])
    final Map<String, String> fingerprints = [:]
    final List<Map<String, String>> environments = []
    PrivateEngine.Status privateEngine
    Closure<PrivateEngine.Status> startPrivateEngine
    boolean privateEngineRan
    InputStream input = InputStream.nullInputStream()
    private final ByteArrayOutputStream outBytes = new ByteArrayOutputStream()
    private final ByteArrayOutputStream errBytes = new ByteArrayOutputStream()

    Cli(Path folder) {
        this.folder = folder
    }

    /** A program in {@code folder} with the shop in it, on an engine that has its images. */
    static Cli shop(Path folder) {
        def cli = new Cli(folder).file('project.groovy', SHOP)
        cli.engine.addImage('postgres:17')
        cli.engine.addImage('nginx:1')
        cli
    }

    Cli file(String name, String text) {
        def file = folder.resolve(name)
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
        this
    }

    FakeEngine getEngine() {
        hosts.local()
    }

    /** Runs a command and gives its exit code; what earlier ones printed is forgotten. */
    int run(String... arguments) {
        outBytes.reset()
        errBytes.reset()
        def surroundings = new Surroundings(environment, folder, input, stream(outBytes), stream(errBytes), terminal)
        Main.run(arguments.toList(), surroundings, new Parts())
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        new PrintStream(bytes, false, StandardCharsets.UTF_8)
    }

    String getOut() {
        outBytes.toString(StandardCharsets.UTF_8)
    }

    String getErr() {
        errBytes.toString(StandardCharsets.UTF_8)
    }

    List<String> getContainers() {
        engine.containers(new TreeMap<String, String>())*.name().sort()
    }

    /** The parts of the program, with engines in memory in place of real ones. */
    private class Parts extends Composition {

        @Override
        LoadedProject load(ProjectInput input) {
            SCRIPTS.load(input)
        }

        @Override
        Map<String, String> lock(Path script, boolean update) {
            SCRIPTS.lock(script, update)
        }

        @Override
        protected HostConnections hosts(Map<String, String> variables) {
            environments << new LinkedHashMap<String, String>(variables)
            hosts
        }

        @Override
        protected ImageSources images() {
            new Sources()
        }

        @Override
        protected NameServers nameServers() {
            names
        }

        @Override
        PrivateEngine.Status privateEngine() {
            privateEngine
        }

        @Override
        PrivateEngine.Status startPrivateEngine(ProgressListener progress) {
            startPrivateEngine.call(progress)
        }

        @Override
        boolean stopPrivateEngine() {
            privateEngineRan
        }
    }

    private class Sources implements ImageSources {

        @Override
        String copied(Path path) {
            Files.isRegularFile(path) ? Files.readString(path) : 'a folder'
        }

        @Override
        String fingerprint(Image image) {
            fingerprints.getOrDefault(image instanceof Image.Rootfs ? ((Image.Rootfs) image).name() : 'build', 'first')
        }

        @Override
        Optional<String> content(Path path, boolean folder) {
            Files.isRegularFile(path) ? Optional.of(Files.readString(path)) : Optional.<String>empty()
        }

        @Override
        BuildOutline outline(Image.Build build) {
            Dockerfile.read(build)
        }

        @Override
        InputStream rootfs(Image.Rootfs recipe, ProgressListener progress) {
            InputStream.nullInputStream()
        }
    }
}
