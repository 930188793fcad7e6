package io.dockerops.engine.port

import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Image
import io.dockerops.engine.model.ImageReference
import io.dockerops.engine.model.Specification as Wanted
import io.dockerops.engine.model.Value
import java.nio.file.Path
import java.util.concurrent.Callable
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

/**
 * What every {@link ContainerEngine} owes its callers. Extended once per engine; each run makes its own image and names
 * and removes all that it made, so that others can use the engine at the same time.
 */
abstract class ContainerEngineContract extends Specification {

    /** On everything that a contract makes. */
    protected static final String LABEL = 'contract'

    /** A new connection to the engine under test. */
    abstract ContainerEngine connect()

    /** Tells an engine that runs no processes what a command does. */
    void teach(Program program) {
    }

    /** The root file system of the image that containers run. */
    byte[] rootfs() {
        BusyBoxTar.bytes()
    }

    @Shared
    String run = "contract-${UUID.randomUUID().toString().take(8)}"

    @Shared
    @AutoCleanup
    ContainerEngine engine = connect()

    @Shared
    ImageReference image = ImageReference.parse("$run/base")

    @TempDir
    Path folder

    def conditions = new PollingConditions(timeout: 60, delay: 0.02)

    def setupSpec() {
        engine.importImage(image, new ByteArrayInputStream(rootfs()), labels(), ProgressListener.SILENT)
    }

    def cleanup() {
        Thread.interrupted()
        engine.containers(labels()).each { removeIfThere(it.id()) }
        engine.networks().findAll { it.name().startsWith(run) }.each { engine.removeNetwork(it.id()) }
        engine.volumes().findAll { it.name().startsWith(run) }.each { engine.removeVolume(it.name()) }
        engine.images().collectMany { it.references() }.findAll { it.startsWith("$run/") && it != image.toString() }
            .each { engine.removeImage(ImageReference.parse(it)) }
    }

    def cleanupSpec() {
        new PollingConditions(timeout: 30, delay: 0.05).eventually { assert removed(image) }
    }

    /** A build that was broken off leaves the container of its step for a moment, and that uses the image. */
    protected boolean removed(ImageReference image) {
        try {
            engine.removeImage(image)
            true
        } catch (EngineRefused e) {
            if (!e.conflict()) {
                throw e
            }
            false
        }
    }

    /** The engine itself may just be removing the container of a build's step. */
    private void removeIfThere(String container) {
        try {
            engine.remove(container, true)
        } catch (EngineRefused e) {
            if (!e.notFound() && !e.conflict()) {
                throw e
            }
        }
    }

    /** A name of this run, which nothing else has. */
    protected String name(String suffix) {
        "$run-$suffix"
    }

    protected SortedMap<String, String> labels(Map<String, String> more = [:]) {
        new TreeMap<>([(LABEL): run] + more)
    }

    protected static FieldPath path(CharSequence text) {
        FieldPath.parse(text as String)
    }

    protected static Value texts(String... texts) {
        Value.texts(texts.toList())
    }

    /** A specification of paths and Groovy values. */
    protected static Wanted wanted(Map<? extends CharSequence, ?> fields) {
        def builder = Wanted.builder()
        fields.each { key, each -> builder.put(path(key), value(each)) }
        builder.build()
    }

    private static Value value(Object from) {
        switch (from) {
            case Boolean: return Value.flag(from as boolean)
            case Number: return Value.whole(from as long)
            case List: return new Value.Items(from.collect { value(it) })
            case Map: return new Value.Fields(new TreeMap<>(from.collectEntries { key, each -> [key, value(each)] }))
            default: return Value.text(from as String)
        }
    }

    /** Makes a container with the run's image and label; its id. */
    protected String create(Map<? extends CharSequence, ?> fields, String suffix, Program program = Program.running()) {
        teach(program)
        def basic = ['Image': image as String, 'Cmd': program.command, ('Labels.' + LABEL): run]
        engine.createContainer(name(suffix), wanted(basic + fields))
    }

    protected String create(String suffix, Program program = Program.running()) {
        create([:], suffix, program)
    }

    /** Makes and starts a container; its id. */
    protected String start(Map<? extends CharSequence, ?> fields, String suffix, Program program = Program.running()) {
        def id = create(fields, suffix, program)
        engine.start(id)
        id
    }

    protected String start(String suffix, Program program = Program.running()) {
        start([:], suffix, program)
    }

    protected void network(Map<? extends CharSequence, ?> fields, String suffix) {
        engine.createNetwork(name(suffix), wanted(['Driver': 'bridge', ('Labels.' + LABEL): run] + fields))
    }

    protected void network(String suffix) {
        network([:], suffix)
    }

    protected void volume(String suffix) {
        engine.createVolume(name(suffix), wanted(('Labels.' + LABEL): run))
    }

    protected ImageDetails imageDetails(ImageReference reference) {
        engine.images().find { it.references().contains(reference as String) }
    }

    /** Runs a program in a container to its end. */
    protected void runToLog(String suffix, Program program) {
        start(suffix, program)
        conditions.eventually {
            assert engine.inspect(name(suffix)).get().status().state() == ContainerStatus.State.EXITED
        }
    }

    protected void awaitLog(String suffix, String line) {
        conditions.eventually { assert log(suffix, LogRequest.last(100)).contains([line, false]) }
    }

    protected List<List> log(String suffix, LogRequest request) {
        def lines = []
        engine.logs(name(suffix), request) { line, error -> lines << [line, error] }
        lines
    }

    protected static TerminalSession session(
        List<String> command,
        InputStream input = InputStream.nullInputStream(),
        OutputStream output = OutputStream.nullOutputStream(),
        OutputStream error = OutputStream.nullOutputStream()) {
        new TerminalSession(command, Optional.empty(), Optional.empty(), false, input, output, error)
    }

    protected static EventListener listener(
        Queue<ContainerEvent> heard, Queue<EngineException> lost = new ConcurrentLinkedQueue<>()) {
        new EventListener() {
            @Override
            void onEvent(ContainerEvent event) {
                heard << event
            }

            @Override
            void onLost(EngineException reason) {
                lost << reason
            }
        }
    }

    protected static <T> List<T> together(int times, Callable<T> call) {
        def threads = Executors.newFixedThreadPool(times)
        try {
            return threads.invokeAll([call] * times)*.get()
        } finally {
            threads.shutdownNow()
        }
    }

    protected static inBackground(Callable<?> call) {
        def threads = Executors.newSingleThreadExecutor { new Thread(it).tap { daemon = true } }
        def future = threads.submit(call)
        threads.shutdown()
        future
    }
}
