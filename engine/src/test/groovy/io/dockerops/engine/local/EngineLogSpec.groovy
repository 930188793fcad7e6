package io.dockerops.engine.local

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class EngineLogSpec extends Specification {

    @TempDir
    Path folder

    def "a failure shows the last ten lines and where the log is"() {
        given:
        def log = folder.resolve('log')
        Files.writeString(log, (1..30).collect { "line $it" }.join('\n'))

        when:
        def failure = EngineLog.failure(log, 'ended at once')

        then:
        failure.message.readLines() == ['the private engine ended at once'] + (21..30).collect { "  line $it".toString() }
        failure.hint().get() == "see what else its log says (the log is $log)".toString()
    }

    def "what tells nothing is not shown"() {
        given:
        def log = folder.resolve('log')
        Files.writeString(log, 'a\ntime="x" level=info msg="b"\ntime="x" level=warning msg="c" module=grpc\nd\n')

        expect:
        EngineLog.failure(log, 'ended').message.readLines() == ['the private engine ended', '  a', '  d']
    }

    def "what is known gets a hint: #line"() {
        given:
        def log = folder.resolve('log')
        Files.writeString(log, line)

        expect:
        EngineLog.failure(log, 'ended').hint().get().contains(hint)

        where:
        line                                                              | hint
        'failed to mount overlay: operation not permitted'                | 'privileged container'
        "Fatal: can't initialize iptables: Permission denied (you must be root)" | 'privileged container'
        "failed to start daemon: Devices cgroup isn't mounted"            | 'control groups'
        'mkdir: no space left on device'                                  | 'room on the disk'
    }

    def "a missing log is told"() {
        expect:
        EngineLog.failure(folder.resolve('none'), 'ended').message.contains('its log cannot be read')
    }
}
