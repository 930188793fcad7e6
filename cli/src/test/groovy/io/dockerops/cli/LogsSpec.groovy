package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.fake.FakeProgram
import io.dockerops.engine.json.Json
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class LogsSpec extends Specification {

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = Cli.shop(folder)
        cli.engine.processes().run('shop.db', FakeProgram.RUNS.prints('db 1').prints('db 2').printsError('db 3'))
        cli.engine.processes().run('shop.web.one', FakeProgram.RUNS.prints('web 1'))
        cli.engine.processes().run('shop.web.two', FakeProgram.RUNS.prints('web 2'))
        cli.run('run')
    }

    def "the log of one container is printed as it is"() {
        expect:
        cli.run('logs', 'db') == ExitCode.FINE
        cli.out == 'db 1\ndb 2\ndb 3\n'
    }

    def "lines of several containers stand behind the names of their instances, in the order of their times"() {
        expect:
        cli.run('logs') == ExitCode.FINE
        def lines = cli.out.readLines()
        lines.take(3) == ['db      | db 1', 'db      | db 2', 'db      | db 3']
        lines.drop(3).sort() == ['web.one | web 1', 'web.two | web 2']
    }

    def "--tail gives the last lines of each container"() {
        when:
        cli.run('logs', '--tail', '1')

        then:
        cli.out.readLines().sort() == ['db      | db 3', 'web.one | web 1', 'web.two | web 2']
    }

    def "--timestamps puts the time in front"() {
        when:
        cli.run('logs', '--timestamps', 'db')

        then:
        cli.out.readLines().every { it ==~ /\d{4}-\d\d-\d\dT\S+Z db \d/ }
    }

    def "--since leaves out what is older: #since"() {
        when:
        cli.run('logs', '--since', since, 'db')

        then:
        cli.out.readLines().size() == lines

        where:
        since                  || lines
        '1d'                   || 3
        '2h'                   || 3
        '2000-01-01T00:00:00Z' || 3
        '2000-01-01T00:00+02:00' || 3
        '2999-01-01T00:00Z'    || 0
    }

    def "--since wants a time: #since"() {
        expect:
        cli.run('logs', '--since', since) == ExitCode.WRONG_INPUT
        cli.err == """\
            error: `--since $since` is not a time
              = write how long ago, as 90s, 10m, 2h or 1d, or when, as 2026-01-31T12:00:00Z
            """.stripIndent()

        where:
        since << ['yesterday', '10', 'm', '10x', '12:00']
    }

    def "--tail wants a number"() {
        expect:
        cli.run('logs', '--tail', 'all') == ExitCode.WRONG_INPUT
        cli.err == 'error: `--tail all` is not a number from 1 on\n'
    }

    def "#option goes on until the containers have ended, and says so"() {
        given:
        def code = null

        when:
        def following = Thread.start { code = cli.run('logs', option, 'db') }
        while (cli.out.readLines().size() < 3) {
            Thread.onSpinWait()
        }
        cli.engine.end('shop.db', 0)
        following.join()

        then:
        code == ExitCode.FINE
        cli.out == 'db 1\ndb 2\ndb 3\n'
        cli.err == 'db has ended\n'

        where:
        option << ['-f', '--follow']
    }

    def "--json prints an object per line of the log"() {
        when:
        cli.run('logs', '--json', 'db')
        def lines = cli.out.readLines().collect { Json.object(it) }

        then:
        lines*.line == ['db 1', 'db 2', 'db 3']
        lines*.stream == ['stdout', 'stdout', 'stderr']
        lines.every { it.instance == 'db' && it.time ==~ /\d{4}-.*Z/ }
    }

    def "the names are coloured on a terminal, one colour per instance"() {
        given:
        cli.terminal.output = true

        when:
        cli.run('logs', '--tail', '1')

        then:
        cli.out.readLines().sort() == [
            '\u001b[32mweb.two | \u001b[0mweb 2', '\u001b[33mweb.one | \u001b[0mweb 1', '\u001b[36mdb      | \u001b[0mdb 3',
        ]
    }

    def "what has no container is told and left out"() {
        given:
        cli.run('shutdown', 'web.two')

        expect:
        cli.run('logs', 'web') == ExitCode.FINE
        cli.out == 'web 1\n'
        cli.err == 'web.two has no container\n'
    }

    def "no container at all is told"() {
        given:
        cli.run('clean')

        expect:
        cli.run('logs') == ExitCode.FINE
        cli.out == ''
        cli.err == 'There is no container, and so no log.\n'
    }
}
