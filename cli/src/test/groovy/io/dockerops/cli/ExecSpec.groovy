package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.fake.FakeProgram
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Commands in containers: exec and shell. */
class ExecSpec extends Specification {

    private static final List<String> BEST_SHELL =
        ['sh', '-c', 'exec "$(command -v bash || command -v ash || echo sh)"']

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = Cli.shop(folder)
        cli.engine.processes().runCommand(['ls', '-l'], FakeProgram.exits(7).prints('a file').printsError('a warning'))
        cli.engine.processes().runCommand(BEST_SHELL, FakeProgram.exits(0).prints('bash-5.2#'))
        cli.run('run')
    }

    def "a command runs in the container, and its output and exit code are passed on: #arguments"() {
        expect:
        cli.run(*(['exec'] + arguments)) == 7
        cli.out == 'a file\n'
        cli.err == 'a warning\n'

        where:
        arguments << [
            ['db', '--', 'ls', '-l'],
            ['db', 'ls', '-l'],
            ['-u', 'root', '-w', '/tmp', 'db', '--', 'ls', '-l'],
            ['-u', 'root', 'db', 'ls', '-l'],
            ['project.groovy', 'db', '--', 'ls', '-l'],
            ['web.one', '-u', 'root', '--', 'ls', '-l'],
            ['-T', 'db', '--', 'ls', '-l'],
        ]
    }

    def "the command reads what this process reads"() {
        given:
        cli.engine.processes().runCommand(['cat'], FakeProgram.exits(0).echoing())
        cli.input = new ByteArrayInputStream('from outside\n'.bytes)

        expect:
        cli.run('exec', 'db', '--', 'cat') == 0
        cli.out == 'from outside\n'
    }

    def "on a terminal the command gets one, and the keys go to it: #arguments"() {
        given:
        cli.terminal.everywhere()

        when:
        cli.run(*(['exec'] + arguments + ['db', '--', 'ls', '-l']))

        then:
        cli.terminal.wasRaw == raw
        !cli.terminal.rawNow
        !cli.terminal.hearsResizes()

        where:
        arguments    || raw
        []           || true
        ['-t']       || true
        ['-T']       || false
        ['--no-tty'] || false
    }

    def "without a terminal none is made raw, even when the command gets one"() {
        when:
        cli.run('exec', '-t', 'db', '--', 'ls', '-l')

        then:
        !cli.terminal.wasRaw
    }

    def "a target that is not one running container is a problem: #arguments"() {
        given:
        cli.run('shutdown', 'web.two')
        cli.run('stop', 'web.one')

        expect:
        cli.run(*arguments) == ExitCode.WRONG_INPUT
        cli.err == "error: $summary\n  = $hint\n"

        where:
        arguments                     | summary                                                  | hint
        ['exec', 'web', 'ls']         | '`web` names 2 instances, and a command runs in one'     | 'choose one of: web.one, web.two'
        ['exec', 'web.two', 'ls']     | '`web.two` has no container'                             | '`dockerops run web.two` makes and starts it'
        ['shell', 'web.two']          | '`web.two` has no container'                             | '`dockerops run web.two` makes and starts it'
        ['exec', 'web.one', 'ls']     | 'the container of `web.one` does not run: it is exited'  | '`dockerops start web.one` starts it, `dockerops logs web.one` tells more'
        ['exec', 'dv', 'ls']          | 'there is no service, instance or group `dv` in project `shop`' | 'did you mean `db`?'
        ['exec']                      | '`dockerops exec` needs a target and a command'          | 'for example: dockerops exec web -- ls'
        ['exec', 'db']                | '`dockerops exec db` needs a command'                    | 'for a shell there is `dockerops shell db`'
        ['exec', 'db', '--']          | '`dockerops exec db` needs a command'                    | 'for a shell there is `dockerops shell db`'
        ['shell']                     | '`dockerops shell` needs one target'                     | 'for example: dockerops shell web'
        ['shell', 'db', 'web.one']    | '`dockerops shell` needs one target'                     | 'for example: dockerops shell web'
    }

    def "shell opens the best shell that the container has"() {
        expect:
        cli.run('shell', 'db') == 0
        cli.out == 'bash-5.2#\n'
    }

    def "a container without a shell is told how to get on"() {
        given:
        cli.engine.processes().runCommand(BEST_SHELL, FakeProgram.exits(code))

        expect:
        cli.run('shell', 'db') == code
        cli.err == 'If `db` has no shell at all, `dockerops exec` can run what it has.\n'

        where:
        code << [126, 127]
    }
}
