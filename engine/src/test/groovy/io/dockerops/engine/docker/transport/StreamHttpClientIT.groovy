package io.dockerops.engine.docker.transport

import com.github.dockerjava.api.DockerClient
import com.github.dockerjava.api.async.ResultCallback
import com.github.dockerjava.api.async.ResultCallbackTemplate
import com.github.dockerjava.api.command.InspectContainerResponse
import com.github.dockerjava.api.exception.NotFoundException
import com.github.dockerjava.api.model.Event
import com.github.dockerjava.api.model.Frame
import com.github.dockerjava.api.model.StreamType
import com.github.dockerjava.core.DefaultDockerClientConfig
import com.github.dockerjava.core.DockerClientImpl
import com.github.dockerjava.transport.DockerHttpClient.Request
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import org.apache.commons.compress.archivers.tar.TarArchiveEntry
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

/** docker-java over this transport, against a real engine: the one that DOCKER_HOST names, else the usual socket. */
@Timeout(120)
class StreamHttpClientIT extends Specification {

    private static final String HOST = System.getenv('DOCKER_HOST') ?: 'unix:///var/run/docker.sock'
    private static final String NAME = "dockerops-transport-it-${ProcessHandle.current().pid()}"

    @Shared
    CountingDialer dialer = new CountingDialer(new UnixDialer(Path.of(URI.create(HOST).path), Duration.ofSeconds(10)))

    @AutoCleanup
    @Shared
    StreamHttpClient http = new StreamHttpClient(dialer)

    @Shared
    DockerClient docker = DockerClientImpl.getInstance(
        DefaultDockerClientConfig.createDefaultConfigBuilder().withDockerHost(HOST).build(), http)

    @Shared
    String image

    def setupSpec() {
        image = importImage(busyboxTar())
    }

    def cleanupSpec() {
        docker.listContainersCmd().withShowAll(true).withLabelFilter([(NAME): '']).exec().each {
            docker.removeContainerCmd(it.id).withForce(true).exec()
        }
        docker.removeImageCmd(image).withForce(true).exec()
    }

    def "an image uploaded in chunks is there"() {
        expect:
        docker.inspectImageCmd(image).exec().id == image
    }

    def "containers are listed, with those that were just made"() {
        given:
        def id = create('sleep', '1000')

        expect:
        docker.listContainersCmd().withShowAll(true).exec()*.id.contains(id)
    }

    def "a refusal of the engine is docker-java's exception, and costs no connection"() {
        given:
        docker.pingCmd().exec()
        int before = dialer.dialled

        when:
        docker.inspectContainerCmd('no-such-container').exec()

        then:
        thrown(NotFoundException)

        when:
        docker.pingCmd().exec()

        then:
        dialer.dialled == before
    }

    def "a command that reads its input gets it to the end, and its output comes back"() {
        given:
        def id = start('sleep', '1000')
        def exec = docker.execCreateCmd(id).withCmd('sh', '-c', 'wc -c; echo oops >&2')
            .withAttachStdin(true).withAttachStdout(true).withAttachStderr(true).exec().id
        def output = new Output()

        when:
        docker.execStartCmd(exec).withStdIn(new ByteArrayInputStream(new byte[500_000])).exec(output).awaitCompletion()

        then:
        output.text(StreamType.STDOUT).trim() == '500000'
        output.text(StreamType.STDERR).trim() == 'oops'
        docker.inspectExecCmd(exec).exec().exitCodeLong == 0
    }

    def "input and output of a command alternate"() {
        given:
        def id = start('sleep', '1000')
        def exec = docker.execCreateCmd(id).withCmd('cat').withAttachStdin(true).withAttachStdout(true).exec().id
        def input = new PipedInputStream()
        def keyboard = new PipedOutputStream(input)
        def output = new Output()
        docker.execStartCmd(exec).withStdIn(input).exec(output)

        expect:
        ['one', 'two'].every {
            keyboard.write(it.bytes)
            keyboard.flush()
            output.await(it)
        }

        when:
        keyboard.close()

        then:
        output.awaitCompletion(20, TimeUnit.SECONDS)
    }

    def "a container is attached to with its input"() {
        given:
        def id = docker.createContainerCmd(image).withCmd('cat').withLabels([(NAME): '']).withStdinOpen(true)
            .withStdInOnce(true).withAttachStdin(true).exec().id
        def output = new Output()
        def input = new PipedInputStream()
        def keyboard = new PipedOutputStream(input)
        docker.attachContainerCmd(id).withStdIn(input).withStdOut(true).withFollowStream(true).exec(output).awaitStarted()
        docker.startContainerCmd(id).exec()

        when:
        keyboard.write('hello'.bytes)
        keyboard.close()
        output.awaitCompletion(20, TimeUnit.SECONDS)

        then:
        output.text(StreamType.STDOUT) == 'hello'
    }

    def "the log of a container that has ended is read to its end"() {
        given:
        def id = start('sh', '-c', 'for i in $(seq 10000); do echo line $i; done')
        docker.waitContainerCmd(id).start().awaitStatusCode()
        def output = new Output()

        when:
        docker.logContainerCmd(id).withStdOut(true).exec(output).awaitCompletion()

        then:
        output.text(StreamType.STDOUT).readLines() == (1..10_000).collect { "line $it".toString() }
    }

    def "a followed log ends when another thread closes it"() {
        given:
        def id = start('sleep', '1000')
        def output = new Output()
        docker.logContainerCmd(id).withStdOut(true).withFollowStream(true).exec(output).awaitStarted()

        when:
        output.close()

        then:
        output.awaitCompletion(5, TimeUnit.SECONDS)
    }

    def "events arrive as they happen, until another thread closes their stream"() {
        given:
        def seen = new CompletableFuture<Event>()
        def callback = new ResultCallbackTemplate<ResultCallback<Event>, Event>() {
            @Override
            void onNext(Event event) {
                seen.complete(event)
            }
        }
        docker.eventsCmd().withLabelFilter([(NAME): '']).exec(callback)
        callback.awaitStarted()

        when:
        def id = create('true')

        then:
        seen.get(20, TimeUnit.SECONDS).id == id

        when:
        callback.close()

        then:
        callback.awaitCompletion(5, TimeUnit.SECONDS)
    }

    def "the reader of events ends at once when its reply is closed"() {
        given:
        def response = http.execute(Request.builder().method('GET').path('/events').build())
        def reading = new CountDownLatch(1)
        def outcome = new CompletableFuture<Throwable>()
        Thread.startDaemon {
            reading.countDown()
            try {
                response.body.readAllBytes()
                outcome.complete(null)
            } catch (Throwable e) {
                outcome.complete(e)
            }
        }
        reading.await()

        when:
        response.close()

        then:
        TransportException.in(outcome.get(5, TimeUnit.SECONDS)).get().reason() == TransportException.Reason.CLOSED
    }

    def "100 inspects by 8 threads give each its own answer over at most 8 connections"() {
        given:
        def ids = (1..20).collect { create('true') }
        int before = dialer.dialled
        def threads = Executors.newFixedThreadPool(8)

        when:
        def asked = (1..100).collect { ids[it % ids.size()] }
        def answers = asked.collect { id -> threads.submit({ docker.inspectContainerCmd(id).exec() } as Callable) }
            .collect { (InspectContainerResponse) it.get() }

        then:
        answers*.id == asked
        dialer.dialled - before <= 8

        cleanup:
        threads.shutdownNow()
    }

    def "a tree of files is copied into a container and back"() {
        given:
        def id = create('true')
        def content = new byte[2_000_000]
        new Random(5).nextBytes(content)

        when:
        docker.copyArchiveToContainerCmd(id).withRemotePath('/').withTarInputStream(tar(file: content)).exec()
        def archive = docker.copyArchiveFromContainerCmd(id, '/file').exec()

        then:
        new TarArchiveInputStream(archive).withCloseable {
            it.nextEntry
            it.readAllBytes()
        } == content
    }

    /** Past docker-java, whose createImageCmd sends the stream's properties as JSON instead of its bytes. */
    private String importImage(InputStream tar) {
        def request = Request.builder().method('POST').path("/images/create?fromSrc=-&repo=$NAME&tag=it")
            .putHeader('content-type', 'application/x-tar').body(tar).build()
        def reply = http.execute(request).withCloseable { it.body.text }
        def id = (reply =~ /sha256:[0-9a-f]+/)
        assert id.find() : reply
        id.group()
    }

    private String create(String... command) {
        docker.createContainerCmd(image).withCmd(command).withLabels([(NAME): '']).exec().id
    }

    private String start(String... command) {
        def id = create(command)
        docker.startContainerCmd(id).exec()
        id
    }

    /** The static busybox of the distribution as an image, so that no registry is needed. */
    private static InputStream busyboxTar() {
        def busybox = ['/usr/bin/busybox', '/bin/busybox'].collect { Path.of(it) }.find { Files.exists(it) }
        assert busybox != null : 'This suite needs the package busybox-static'
        def bytes = Files.readAllBytes(busybox)
        tar(['bin/busybox': bytes] + ['sh', 'sleep', 'cat', 'wc', 'seq', 'true', 'echo'].collectEntries { ["bin/$it".toString(), bytes] })
    }

    private static InputStream tar(Map<String, byte[]> files) {
        def output = new ByteArrayOutputStream()
        new TarArchiveOutputStream(output).withCloseable { tar ->
            files.each { name, content ->
                def entry = new TarArchiveEntry(name)
                entry.size = content.length
                entry.mode = 0755
                tar.putArchiveEntry(entry)
                tar.write(content)
                tar.closeArchiveEntry()
            }
        }
        new ByteArrayInputStream(output.toByteArray())
    }

    /** Gathers what a command or a log says. */
    private static class Output extends ResultCallbackTemplate<Output, Frame> {

        private final List<Frame> frames = [].asSynchronized()

        @Override
        void onNext(Frame frame) {
            frames << new Frame(frame.streamType, frame.payload.clone())
        }

        String text(StreamType type) {
            synchronized (frames) {
                frames.findAll { it.streamType == type }.collect { new String(it.payload) }.join('')
            }
        }

        boolean await(String end) {
            new PollingConditions(timeout: 20, delay: 0.01).eventually {
                assert text(StreamType.STDOUT).endsWith(end)
            }
            true
        }
    }

    private static class CountingDialer implements Dialer {

        @Delegate
        private final Dialer dialer
        private final AtomicInteger count = new AtomicInteger()

        CountingDialer(Dialer dialer) {
            this.dialer = dialer
        }

        int getDialled() {
            count.get()
        }

        @Override
        ByteConnection dial() {
            count.incrementAndGet()
            dialer.dial()
        }
    }
}
