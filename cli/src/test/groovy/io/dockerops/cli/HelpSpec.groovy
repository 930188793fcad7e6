package io.dockerops.cli

import io.dockerops.cli.command.Catalogue
import io.dockerops.cli.session.ExitCode
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class HelpSpec extends Specification {

    private static final List<String> COMMANDS = [
        'init', 'install-demo', 'validate', 'lock', 'convert', 'graph', 'targets', 'plan', 'run', 'build', 'ps', 'info', 'getip', 'logs',
        'exec', 'script', 'action', 'shell', 'ssh', 'create', 'startup', 'update', 'rerun', 'start', 'stop', 'restart', 'signal', 'kill',
        'wait', 'pull', 'remove', 'shutdown', 'clean', 'engine', 'completion', 'version',
    ]

    @TempDir
    @Shared
    Path folder

    @Shared
    Cli cli

    def setupSpec() {
        cli = new Cli(folder)
    }

    def "the help of #command is as it was looked at"() {
        expect:
        cli.run(command, '--help') == ExitCode.FINE
        cli.err == ''
        Golden.matches("help/${command}.txt", cli.out)

        where:
        command << COMMANDS
    }

    def "the help of #command shows an example that the command takes"() {
        given:
        cli.run(command, '--help')
        def lines = cli.out.readLines()
        def examples = lines.drop(lines.indexOf('Examples:') + 1).findAll { it.startsWith('  dockerops ') }

        expect:
        examples
        examples.every { it.startsWith("  dockerops $command") }

        where:
        command << COMMANDS
    }

    def "that #command is about a project is known before its options are"() {
        given:
        cli.run(command, '--help')

        expect:
        Catalogue.find(command).get().readsProject() == cli.out.contains('SCRIPT')

        where:
        command << COMMANDS
    }

    def "the list of commands has every command"() {
        expect:
        cli.run('--help') == ExitCode.FINE
        COMMANDS.every { cli.out.contains("\n  $it") }
        Golden.matches('help/dockerops.txt', cli.out)
    }

    def "help is asked for in several ways: #arguments"() {
        when:
        cli.run('run', '--help')
        def expected = cli.out

        then:
        cli.run(*arguments) == ExitCode.FINE
        cli.out == expected

        where:
        arguments << [['help', 'run'], ['run', '-h'], ['--help', 'run'], ['run', 'project.groovy', '--help']]
    }

    def "help without a command is the list of commands"() {
        given:
        cli.run('--help')
        def expected = cli.out

        expect:
        cli.run('help') == ExitCode.FINE
        cli.out == expected
    }

    def "no command is wrong, and answered by the list of commands"() {
        expect:
        cli.run() == ExitCode.WRONG_INPUT
        cli.out == ''
        cli.err.startsWith('Usage: dockerops COMMAND')
    }

    def "an unknown command is answered by what was probably meant: #arguments"() {
        expect:
        cli.run(*arguments) == ExitCode.WRONG_INPUT
        cli.err == "error: $summary\n  = $hint\n"

        where:
        arguments              | summary                              | hint
        ['rnu']                | 'there is no command `rnu`'          | 'did you mean `run`?'
        ['dwon']               | 'there is no command `dwon`'         | 'did you mean `down`?'
        ['frobnicate']         | 'there is no command `frobnicate`'   | '`dockerops --help` lists all commands'
        ['help', 'grph']       | 'there is no command `grph`'         | 'did you mean `graph`?'
        ['shop.groovy']        | '`shop.groovy` is not a command'     | 'to run it: dockerops run shop.groovy'
    }

    def "a wrong option is answered by what was probably meant: #arguments"() {
        expect:
        cli.run(*arguments) == ExitCode.WRONG_INPUT
        cli.err == "error: $summary\n  = $hint\n"

        where:
        arguments                             | summary                                              | hint
        ['run', '--jsn']                      | '`dockerops run` has no option `--jsn`'              | 'did you mean `--json`?'
        ['run', '--paralel=3']                | '`dockerops run` has no option `--paralel`'          | 'did you mean `--parallel`?'
        ['ps', '--xyz']                       | '`dockerops ps` has no option `--xyz`'               | '`dockerops ps --help` shows what it takes'
        ['logs', '--tail']                    | '`--tail` needs a value: `--tail N`'                 | '`dockerops logs --help` shows what it takes'
        ['logs', '--tail', '3', '--tail=4']   | '`--tail` is given more than once'                   | '`dockerops logs --help` shows what it takes'
        ['version', 'now']                    | '`dockerops version` does not know what to do with `now`' | '`dockerops version --help` shows what it takes'
    }

    def "the colours of help follow the terminal and --no-color"() {
        given:
        cli.terminal.output = true

        when:
        cli.run(*arguments)

        then:
        cli.out.contains('\u001b[') == coloured

        cleanup:
        cli.terminal.output = false

        where:
        arguments                       || coloured
        ['--help']                      || true
        ['run', '--help']               || true
        ['--help', '--no-color']        || false
        ['run', '--help', '--no-color'] || false
    }
}
