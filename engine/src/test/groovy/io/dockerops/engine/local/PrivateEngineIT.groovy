package io.dockerops.engine.local

import io.dockerops.engine.RawEngine
import io.dockerops.engine.machine.LocalUser
import io.dockerops.engine.model.HostAddress
import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.ProgressListener
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.Callable
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.Executors
import spock.lang.Requires
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

@Requires({ LocalUser.root })
class PrivateEngineIT extends Specification {

    Path folder
    PrivateEngine engine
    List<String> heard = new CopyOnWriteArrayList<>()
    ProgressListener listener = { heard << it.text() }

    def setup() {
        // Not @TempDir: its folders have long names, and what an engine leaves in its folder when it fails is to be seen.
        folder = Files.createTempDirectory('engine')
        engine = new PrivateEngine(folder)
    }

    def cleanup() {
        engine.stop()
        remove(folder)
    }

    def "it starts, answers, tells how it stands, and stops"() {
        expect:
        !engine.status().running()

        when:
        def started = engine.start(listener)

        then:
        started == engine.status()
        started.running()
        started.version().get() ==~ /\d+\.\d+.*/
        started.address() == new HostAddress.Unix(folder.resolve('docker.sock'))
        ProcessHandle.of(started.pid().get()).present
        heard == ["Starting a private engine in $folder".toString()]
        get('/info').contains(folder.resolve('data').toString())

        when:
        def stopped = engine.stop()

        then:
        stopped
        !engine.status().running()
        engine.status().pid().empty
        !engine.stop()
    }

    def "it is started once, however many ask for it"() {
        given:
        def pool = Executors.newFixedThreadPool(3)

        when:
        def started = pool.invokeAll([{ engine.start(listener) } as Callable] * 3)*.get()

        then:
        started*.pid().toSet().size() == 1
        heard.size() == 1

        cleanup:
        pool.shutdownNow()
    }

    def "it has a bridge of its own, which goes with it"() {
        given:
        def before = bridges()

        when:
        engine.start(listener)
        def made = bridges() - before

        then:
        made.size() == 1
        made[0] ==~ /dops[0-9a-f]{8}/
        get('/networks/bridge').contains(made[0])

        when:
        engine.stop()

        then:
        bridges() == before
    }

    def "one that was killed starts again with its data"() {
        given:
        def first = engine.start(listener)
        new RawEngine(first.address().socket()).json('POST', '/volumes/create', [Name: 'kept'])
        ProcessHandle.of(first.pid().get()).get().destroyForcibly()
        new PollingConditions(timeout: 20).eventually { assert engine.status().pid().empty }

        when:
        def second = engine.start(listener)

        then:
        second.pid() != first.pid()
        get('/volumes').contains('"kept"')
    }

    def "one that cannot start tells the last lines of its log and leaves nothing behind"() {
        given:
        def before = bridges()
        Files.writeString(folder.resolve('daemon.json'), '{"storage-driver": "nonsense"}')

        when:
        engine.start(listener)

        then:
        def failure = thrown(EngineException.Failed)
        failure.message.startsWith('the private engine ended at once\n')
        failure.message.contains('failed to start daemon')
        failure.hint().get().contains(folder.resolve('log').toString())
        bridges() == before
        engine.status().pid().empty
    }

    def "it runs in a folder whose path is too long for sockets"() {
        given:
        def deep = Files.createDirectories(folder.resolve('x' * 90))
        def other = new PrivateEngine(deep)

        when:
        def started = other.start(listener)

        then:
        started.running()
        started.folder() == deep

        cleanup:
        other.stop()
        remove(started.address().socket().parent)
    }

    def "the bridge of the machine's own engine stays when this one starts again"() {
        given:
        def missing = !bridges().contains('docker0')
        if (missing) {
            new Bridge('docker0', '10.250').create()
        }
        engine.start(listener)
        engine.stop()

        when:
        engine.start(listener)

        then:
        bridges().contains('docker0')

        cleanup:
        if (missing) {
            new Bridge('docker0', '10.250').delete()
        }
    }

    /** An engine that was killed leaves its data folder mounted on itself. */
    private static void remove(Path folder) {
        new ProcessBuilder('umount', '--quiet', folder.resolve('data').toString()).start().waitFor()
        assert new ProcessBuilder('rm', '-rf', '--one-file-system', folder.toString()).start().waitFor() == 0
    }

    private static List<String> bridges() {
        Path.of('/sys/class/net').toFile().list().findAll { it.startsWith('dops') || it == 'docker0' }.sort()
    }

    private String get(String path) {
        new RawEngine(engine.status().address().socket()).call('GET', path)
    }
}
