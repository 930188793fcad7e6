package io.dockerops.engine.local

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

class EngineProcessSpec extends Specification {

    @TempDir
    Path folder

    def pidFile

    def setup() {
        pidFile = folder.resolve('docker.pid')
    }

    def "a process counts that has the argument, until it has ended"() {
        given:
        def process = new ProcessBuilder('sh', '-c', 'read line', 'its argument').start()
        Files.writeString(pidFile, "${process.pid()}\n")

        expect:
        new EngineProcess(pidFile, 'its argument').pid() == Optional.of(process.pid())

        when:
        new EngineProcess(pidFile, 'its argument').end()

        then:
        new PollingConditions(timeout: 10).eventually {
            assert new EngineProcess(pidFile, 'its argument').pid().empty
        }
    }

    def "another process with the number of the pid file does not count and is not ended"() {
        given:
        def process = new ProcessBuilder('sh', '-c', 'read line').start()
        Files.writeString(pidFile, "${process.pid()}")

        when:
        new EngineProcess(pidFile, 'its argument').end()

        then:
        new EngineProcess(pidFile, 'its argument').pid().empty
        process.alive

        cleanup:
        process.destroy()
    }

    def "a pid file with #content names no process"() {
        given:
        Files.writeString(pidFile, content)

        expect:
        new EngineProcess(pidFile, 'its argument').pid().empty

        where:
        content << ['', 'nonsense', '999999999']
    }

    def "a pid file is forgotten when its process has ended, and kept while it runs"() {
        given:
        def process = new ProcessBuilder('sh', '-c', 'read line', argument).start()
        Files.writeString(pidFile, "${process.pid()}")

        when:
        new EngineProcess(pidFile, 'its argument').forgetWhenEnded()

        then:
        Files.exists(pidFile) == kept

        cleanup:
        process.destroy()

        where:
        argument       | kept
        'its argument' | true
        'another'      | false
    }

    def "without a pid file there is no process"() {
        expect:
        new EngineProcess(pidFile, 'its argument').pid().empty
    }
}
