package io.dockerops.cli.terminal

import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification

class SystemTerminalSpec extends Specification {

    private static void send(String signal) {
        assert new ProcessBuilder('kill', "-$signal", ProcessHandle.current().pid().toString()).start().waitFor() == 0
    }

    def "streams that are pipes or files are no terminal"() {
        given:
        def terminal = new SystemTerminal([:])

        expect: 'a spec runs with its output caught'
        !terminal.output()
    }

    @Requires({ !new File('/dev/tty').canWrite() || !new SystemTerminal([:]).output() })
    def "a size that cannot be asked for is taken from the environment, else the usual one"() {
        given:
        def size = new SystemTerminal(environment).size()

        expect:
        size.rows() > 0
        size.columns() > 0

        where:
        environment << [[:], [LINES: '50', COLUMNS: '132'], [LINES: 'x', COLUMNS: '-1']]
    }

    @Requires({ os.linux })
    def "a signal is heard as long as it is listened for"() {
        given:
        def heard = new CountDownLatch(1)
        def registration = new SystemTerminal([:]).onResize { heard.countDown() }

        when:
        send('WINCH')

        then:
        heard.await(10, TimeUnit.SECONDS)

        when:
        registration.close()
        def second = new CountDownLatch(1)
        def other = new SystemTerminal([:]).onResize { second.countDown() }
        send('WINCH')

        then: 'only by who listens now'
        second.await(10, TimeUnit.SECONDS)
        heard.count == 0

        cleanup:
        other?.close()
    }

    def "keys are left as they are when input is no terminal"() {
        expect:
        new SystemTerminal([:]).raw().close() == null
    }
}
