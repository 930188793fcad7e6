package io.dockerops.engine.docker

import io.dockerops.engine.model.ExecCommand
import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostAddress
import io.dockerops.engine.model.HostId
import io.dockerops.engine.model.Image
import io.dockerops.engine.model.ImageReference
import io.dockerops.engine.port.BuildRequest
import io.dockerops.engine.port.BusyBoxTar
import io.dockerops.engine.port.Cancelled
import io.dockerops.engine.port.ContainerEngine
import io.dockerops.engine.port.ContainerEngineContract
import io.dockerops.engine.port.ContainerEvent
import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.EngineRefused
import io.dockerops.engine.port.HostUnreachable
import io.dockerops.engine.port.LogRequest
import io.dockerops.engine.port.Program
import io.dockerops.engine.port.ProgressListener
import io.dockerops.engine.port.TerminalSession
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.IgnoreIf

/** What a real engine does beyond the contract: builds, pulls, terminals, and how it fails. */
class DockerEngineIT extends ContainerEngineContract implements OnDocker {

    // ---- builds

    def "a build uses arguments, target and a Dockerfile of another name, and leaves out what is ignored"() {
        given:
        write('docker/app.Dockerfile', """\
            FROM $image AS first
            ARG WHO
            COPY . /context
            RUN echo "hello \$WHO" > /greeting
            FROM first AS second
            RUN false
            """.stripIndent())
        write('.dockerignore', '*.secret\n')
        write('key.secret', 'x')
        write('src/main', 'x')
        def recipe = new Image.Build(folder, 'docker/app.Dockerfile', new TreeMap<>(WHO: 'world'), Optional.of('first'))

        when:
        build(recipe, 'app')

        then:
        run('app', 'cat /greeting; ls -a /context /context/src').readLines() ==
            ['hello world', '/context:', '.', '..', '.dockerignore', 'docker', 'src', '', '/context/src:', '.', '..', 'main']
    }

    def "a build's log comes line by line"() {
        given:
        write('Dockerfile', "FROM $image\nRUN echo one && echo two\n")
        def news = new ConcurrentLinkedQueue<String>()

        when:
        build(recipe(), 'app') { news << it.text() }

        then:
        news.containsAll(['one', 'two'])
        news.any { it.startsWith('Step 1/') && it.endsWith("FROM $image") }
    }

    def "a build that fails tells the engine's words and the step"() {
        given:
        write('Dockerfile', "FROM $image\nRUN echo fine\nRUN exit 3\n")

        when:
        build(recipe(), 'app')

        then:
        def refused = thrown(EngineRefused)
        refused.status() == 0
        refused.engineMessage().contains('returned a non-zero code: 3')
        refused.engineMessage() ==~ /(?s).*\(in: Step 3\/\d+ : RUN exit 3\)/
        imageDetails(ImageReference.parse("$run/app")) == null
    }

    def "a build without its Dockerfile is refused"() {
        when:
        build(recipe(), 'app')

        then:
        def refused = thrown(EngineRefused)
        refused.engineMessage().contains('Dockerfile')
    }

    def "an interrupted build is cancelled"() {
        given:
        write('Dockerfile', "FROM $image\nRUN sleep 60\n")
        def ended = new ConcurrentLinkedQueue<Throwable>()
        def started = new CountDownLatch(1)
        def building = new Thread({
            build(recipe(), 'app') {
                if (it.text().contains('sleep')) {
                    started.countDown()
                }
            }
        })
        building.uncaughtExceptionHandler = { thread, failure -> ended << failure }
        building.start()
        started.await(60, TimeUnit.SECONDS)

        when:
        building.interrupt()
        building.join(60_000)

        then:
        ended*.class == [Cancelled]
        imageDetails(ImageReference.parse("$run/app")) == null
    }

    // ---- pulls

    def "an image is pulled by tag and by digest, with news of its parts"() {
        given:
        def registry = new ImageRegistry(BusyBoxTar.bytes())
        def news = new ConcurrentLinkedQueue<ProgressListener.Progress>()
        def tagged = ImageReference.parse(registry.name("$run/app") + ':1')
        def pinned = ImageReference.parse(registry.name("$run/app") + '@' + registry.manifestDigest())

        when:
        engine.pull(tagged) { news << it }
        engine.pull(pinned, ProgressListener.SILENT)

        then:
        imageDetails(tagged).labels() == [from: 'registry']
        imageDetails(pinned).id() == imageDetails(tagged).id()
        news.any { it.text() == 'Downloading' && it.part() && it.current() > 0 && it.total() > it.current() }

        cleanup:
        engine.removeImage(tagged)
        registry.close()
    }

    def "a tag that the registry lacks is refused with the engine's words"() {
        given:
        def registry = new ImageRegistry(BusyBoxTar.bytes())

        when:
        engine.pull(ImageReference.parse(registry.name("$run/app") + ':2'), ProgressListener.SILENT)

        then:
        def refused = thrown(EngineRefused)
        refused.engineMessage().contains('manifest unknown')

        cleanup:
        registry.close()
    }

    def "a registry is shown this user's login"() {
        given:
        def registry = new ImageRegistry(BusyBoxTar.bytes(), 'me:secret')
        def host = registry.name('x').takeBefore('/')
        Files.writeString(folder.resolve('config.json'), """{"auths": {"$host": {"auth": "${'me:secret'.bytes.encodeBase64()}"}}}""")
        def reference = ImageReference.parse(registry.name("$run/app") + ':1')
        def others = hosts(System.getenv() + [DOCKER_CONFIG: folder.toString()])

        when:
        engine.pull(reference, ProgressListener.SILENT)

        then:
        thrown(EngineRefused)

        when:
        others.engine(Host.LOCAL).pull(reference, ProgressListener.SILENT)

        then:
        imageDetails(reference) != null

        cleanup:
        engine.removeImage(reference)
        others.close()
        registry.close()
    }

    def "a tar that is none is refused"() {
        when:
        engine.importImage(
            ImageReference.parse("$run/bad"), new ByteArrayInputStream(new byte[3000].tap { Arrays.fill(it, (byte) 7) }),
            new TreeMap<>(), ProgressListener.SILENT)

        then:
        def refused = thrown(EngineRefused)
        !refused.engineMessage().empty
    }

    def "the failure of a tar's source is told, not what the engine makes of half a tar"() {
        given:
        def source = new InputStream() {
            @Override
            int read() {
                throw new IOException(new EngineException.Failed('the tool failed', 'install it'))
            }
        }

        when:
        engine.importImage(ImageReference.parse("$run/bad"), source, new TreeMap<>(), ProgressListener.SILENT)

        then:
        def failure = thrown(EngineException.Failed)
        failure.message == 'the tool failed'
    }

    // ---- processes

    def "a command runs as the user that was asked for"() {
        given:
        start('one')

        expect:
        engine.exec(name('one'), new ExecCommand(['id', '-u'], Optional.of('nobody'), false)).output() == '65534\n'
    }

    def "a command that is not there has an exit code, and the engine says why"() {
        given:
        start('one')

        when:
        def result = engine.exec(name('one'), new ExecCommand(['no-such-command'], Optional.empty(), false))

        then:
        result.exitCode() in [126, 127]
        result.output().contains('no-such-command')
    }

    def "of much output the end is kept"() {
        given:
        start('one')

        when:
        def result = engine.exec(name('one'), new ExecCommand(['seq', '1', '100000'], Optional.empty(), false))

        then:
        result.output().length() == 64 * 1024
        result.output().endsWith('\n99999\n100000\n')
    }

    def "a connected command has user, folder and terminal, and hears of its size"() {
        given:
        start('one')
        def output = new ByteArrayOutputStream()
        def input = new PipedOutputStream()
        def session = new TerminalSession(
            ['sh'], Optional.of('nobody'), Optional.of('/tmp'), true, new PipedInputStream(input), output, OutputStream.nullOutputStream())
        def attached = inBackground {
            engine.attach(name('one'), session) { it.resize(33, 77) }
        }

        when:
        input.write('id -u; pwd; tty; until stty size; do sleep 0.1; done; exit 5\n'.bytes)
        input.flush()

        then:
        attached.get(60, TimeUnit.SECONDS) == 5
        output.toString().readLines().containsAll(['65534', '/tmp', '33 77'])
        output.toString().readLines().any { it.startsWith('/dev/pts/') }
    }

    def "the log of a container with a terminal is read in lines"() {
        given:
        start('one', Program.ending(0, ['a', 'b']), 'Tty': true)
        conditions.eventually { assert !engine.inspect(name('one')).get().status().running() }

        expect:
        log('one', LogRequest.last(10)) == [['a', false], ['b', false]]
    }

    def "a long line of a log is one line, with one time"() {
        given:
        create('Cmd': ['sh', '-c', 'head -c 50000 /dev/zero | tr "\\0" x; echo'], 'one')
        engine.start(name('one'))
        conditions.eventually { assert !engine.inspect(name('one')).get().status().running() }

        when:
        def lines = log('one', new LogRequest(false, Optional.empty(), Optional.empty(), true))

        then:
        lines.size() == 1
        lines[0][0].takeAfter(' ') == 'x' * 50_000
    }

    def "running to the end gives the output whatever becomes of the log"() {
        given:
        def wanted = wanted('Image': image as String, 'Cmd': ['echo', 'hello'], 'HostConfig.LogConfig.Type': 'none')

        expect:
        engine.runToEnd(name('one'), wanted).output() == 'hello\n'
    }

    def "an interrupted run to the end leaves no container"() {
        given:
        def running = new Thread({
            engine.runToEnd(name('one'), wanted('Image': image as String, 'Cmd': ['sleep', '60'], ('Labels.' + LABEL): run))
        })
        def ended = new ConcurrentLinkedQueue<Throwable>()
        running.uncaughtExceptionHandler = { thread, failure -> ended << failure }
        running.start()
        conditions.eventually { assert engine.inspect(name('one')).map { it.status().running() }.orElse(false) }

        when:
        running.interrupt()
        running.join(60_000)

        then:
        ended*.class == [Cancelled]
        engine.inspect(name('one')).empty
    }

    def "a port that is taken is told in the engine's words"() {
        given:
        start('one', 'ExposedPorts.80/tcp': true, 'HostConfig.PortBindings.80/tcp': ['127.0.0.1:'])
        def port = engine.containers(labels()).find { it.name() == name('one') }.publishedPorts()[0].takeBetween(':', '-')
        create('two', 'ExposedPorts.80/tcp': true, 'HostConfig.PortBindings.80/tcp': ["127.0.0.1:$port"])

        when:
        engine.start(name('two'))

        then:
        def refused = thrown(EngineRefused)
        refused.engineMessage().contains('port is already allocated')
    }

    // ---- an engine that goes away

    @IgnoreIf({ !(System.getenv('DOCKER_HOST') ?: 'unix:///var/run/docker.sock').startsWith('unix://') })
    def "an engine that dies while #what is lost"() {
        given:
        start('one', Program.running(['up']))
        def wire = relay()
        def others = hosts()
        def afar = others.engine(relayed())
        def begun = new CountDownLatch(1)
        def calling = inBackground { call.call(afar, name('one'), begun) }
        begun.await(60, TimeUnit.SECONDS)

        when:
        wire.close()
        calling.get(60, TimeUnit.SECONDS)

        then:
        def failure = thrown(Exception)
        failure.cause instanceof HostUnreachable
        failure.cause.reason() == HostUnreachable.Reason.LOST

        cleanup:
        others.close()
        wire.close()

        where:
        what                | call
        'a log is followed' | { on, who, latch -> on.logs(who, FOLLOW) { line, error -> latch.countDown() } }
        'a command runs'    | { on, who, latch -> on.attach(who, session(SPEAKING, InputStream.nullInputStream(), telling(latch)), { }) }
    }

    @IgnoreIf({ !(System.getenv('DOCKER_HOST') ?: 'unix:///var/run/docker.sock').startsWith('unix://') })
    def "whoever listens hears that the engine is lost, and so do later calls"() {
        given:
        def wire = relay()
        def others = hosts()
        def afar = others.engine(relayed())
        def lost = new ConcurrentLinkedQueue<EngineException>()
        afar.events(labels(), listener(new ConcurrentLinkedQueue<ContainerEvent>(), lost))

        when:
        wire.close()

        then:
        conditions.eventually { assert lost*.class == [HostUnreachable] }
        lost.peek().reason() == HostUnreachable.Reason.LOST

        when:
        afar.containers(new TreeMap<>())

        then:
        def unreachable = thrown(HostUnreachable)
        unreachable.reason() == HostUnreachable.Reason.LOST

        cleanup:
        others.close()
    }

    static final List<String> SPEAKING = ['sh', '-c', 'echo up; sleep 600']

    static OutputStream telling(CountDownLatch latch) {
        new OutputStream() {
            @Override
            void write(int value) {
                latch.countDown()
            }
        }
    }

    static final LogRequest FOLLOW = new LogRequest(true, Optional.empty(), Optional.empty(), false)

    private EngineRelay relay() {
        def engine = (System.getenv('DOCKER_HOST') ?: 'unix:///var/run/docker.sock') - 'unix://'
        new EngineRelay(folder.resolve('relay.sock'), Path.of(engine))
    }

    private Host relayed() {
        new Host(new HostId('relayed'), new HostAddress.Unix(folder.resolve('relay.sock')))
    }

    private Image.Build recipe() {
        new Image.Build(folder, 'Dockerfile', new TreeMap<>(), Optional.empty())
    }

    private void build(Image.Build recipe, String suffix, ProgressListener progress = ProgressListener.SILENT) {
        engine.build(new BuildRequest(recipe, ImageReference.parse("$run/$suffix"), new TreeMap<>()), progress)
    }

    private String run(String image, String script) {
        engine.runToEnd(name('run'), wanted('Image': "$run/$image", 'Cmd': ['sh', '-c', script])).output()
    }

    private void write(String file, String content) {
        Files.createDirectories(folder.resolve(file).parent)
        Files.writeString(folder.resolve(file), content)
    }
}
