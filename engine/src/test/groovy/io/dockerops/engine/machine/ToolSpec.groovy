package io.dockerops.engine.machine

import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.ProgressListener
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

class ToolSpec extends Specification {

    @TempDir
    Path folder

    List<String> heard = new CopyOnWriteArrayList<>()
    ProgressListener listener = { heard << it.text() }

    def "arguments arrive as they are"() {
        expect:
        tool('printf', '%s|', 'a b', '$HOME', '"q"', '*').run(listener) == 'a b|$HOME|"q"|*|'
    }

    def "the lines of standard error are heard"() {
        when:
        def output = tool('sh', '-c', 'echo out; echo one >&2; echo two >&2').run(listener)

        then:
        output == 'out\n'
        heard == ['one', 'two']
    }

    def "with follow all lines are heard"() {
        when:
        tool('sh', '-c', 'echo one; echo two >&2').follow(listener)

        then:
        heard == ['one', 'two']
    }

    def "a failure tells the exit code, the last lines and how to repeat it: #how"() {
        when:
        act.call(tool('sh', '-c', 'echo partly; i=0; while [ $i -lt 20 ]; do echo "line $i" >&2; i=$((i+1)); done; exit 7'))

        then:
        def failure = thrown(EngineException.Failed)
        failure.message.readLines() == ['`sh` failed with exit code 7'] + (10..19).collect { "  line $it".toString() }
        failure.hint().get().startsWith('run it by itself: sh -c')

        where:
        how      | act
        'run'    | { Tool tool -> tool.run(ProgressListener.SILENT) }
        'follow' | { Tool tool -> tool.follow(ProgressListener.SILENT) }
        'stream' | { Tool tool -> tool.stream(ProgressListener.SILENT).readAllBytes() }
    }

    def "a missing program is told with the package that brings it"() {
        when:
        Tool.ofPackage('mmdebstrap', ['no-such-program-here']).run(ProgressListener.SILENT)

        then:
        def failure = thrown(EngineException.Failed)
        failure.message == '`no-such-program-here` is not installed on this machine'
        failure.hint().get() ==~ /install it: (sudo )?apt-get install -y --no-install-recommends mmdebstrap/
    }

    def "closing the output ends the program and what it started"() {
        given:
        def pids = folder.resolve('pids')
        def output = tool('sh', '-c', 'sleep 300 & echo $! $$ > "$0"; echo started; wait', pids.toString()).stream(listener)
        output.readNBytes('started\n'.length())
        def processes = Files.readString(pids).split().collect { it as long }

        when:
        output.close()

        then:
        new PollingConditions(timeout: 10).eventually {
            assert processes.every { pid -> !ProcessHandle.of(pid).filter { it.alive }.present }
        }
    }

    def "a detached program has a session of its own and outlives what started it"() {
        given:
        def log = folder.resolve('log')

        when:
        def process = tool('sh', '-c', 'echo out; echo err >&2; exec sleep 300').startDetached(log)

        then:
        new PollingConditions(timeout: 10).eventually {
            assert Files.readString(log) == 'out\nerr\n'
            assert session(process.pid()) == process.pid()
        }

        cleanup:
        process.destroyForcibly()
    }

    def "programs for administrators are found"() {
        expect:
        Tool.find('ldconfig').present
        !Tool.find('no-such-program-here').present
    }

    private static long session(long pid) {
        Files.readString(Path.of("/proc/$pid/stat")).replaceFirst(/.*\) /, '').split(' ')[3] as long
    }

    private static Tool tool(String... command) {
        Tool.of(command as List, 'find it')
    }
}
