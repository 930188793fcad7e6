package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.fake.FakeProgram
import io.dockerops.engine.json.Json
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Actions and policies that a project declares. */
class ActionSpec extends Specification {

    private static final String ACTIONS = '''
        action('backup', 'Dumps the database') {
            stop 'web'
            exec db, 'dump'
            script db, 'pack'
            afterwards { start 'web' }
        }
        action('reload') { signal 'web', 'HUP' }
        action('wake') { start db }
        '''.stripIndent()

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = Cli.shop(folder)
        cli.file('project.groovy', Cli.SHOP + ACTIONS)
        cli.engine.processes().runCommand(['pack'], FakeProgram.exits(0).prints('packed'))
        cli.run('run')
        cli.engine.calls().clear()
    }

    private List<String> running() {
        cli.engine.containers(new TreeMap<String, String>()).findAll { it.state().toString() == 'running' }*.name().sort()
    }

    def "the actions of a project are listed"() {
        expect:
        cli.run('action') == ExitCode.FINE
        cli.out == 'backup  Dumps the database\nreload\nwake\n'
        cli.run('action', '--json') == ExitCode.FINE
        Json.parse(cli.out) == [[name: 'backup', description: 'Dumps the database'], [name: 'reload', description: ''],
                                [name: 'wake', description: '']]
    }

    def "an action is performed and reported like all others"() {
        expect:
        cli.run('action', 'backup') == ExitCode.FINE
        cli.out.contains('instance:db Exec dump … done')
        cli.out.contains('\npacked\n')
        cli.out.contains('Done in ')
        running() == ['shop.db', 'shop.web.one', 'shop.web.two']
        cli.engine.calls().of(Kind.STOP)*.target().sort() == ['shop.web.one', 'shop.web.two']
        cli.engine.calls().of(Kind.REMOVE)*.target() == ['shop.db-backup']
    }

    def "a failed step is told with its line, and what follows in any case follows"() {
        given:
        cli.engine.processes().runCommand(['dump'], FakeProgram.exits(9).printsError('disk full'))

        expect:
        cli.run('action', 'backup') == ExitCode.FAILED
        cli.err.contains('project.groovy:19:5')
        cli.err.contains("exec db, 'dump'")
        cli.err.contains('disk full')
        running() == ['shop.db', 'shop.web.one', 'shop.web.two']
    }

    def "an action is shown before it is performed: #arguments"() {
        expect:
        cli.run(*arguments) == code
        cli.out.contains('instance:db Exec dump, step 2 of backup')
        cli.engine.calls().changes() == []

        where:
        arguments                                                       || code
        ['action', 'backup', '--dry-run']                               || ExitCode.FINE
        ['plan', '--action', 'backup']                                  || ExitCode.FINE
        ['plan', '--action', 'backup', '--detailed-exitcode']           || ExitCode.CHANGES
        ['plan', 'project.groovy', '--action', 'backup']                || ExitCode.FINE
    }

    def "an action that finds everything done says so"() {
        expect:
        cli.run('action', 'wake') == ExitCode.FINE
        cli.out == 'Nothing to do: action `wake` finds everything done.\n'
    }

    def "what does not run gets no signal, and nothing is done"() {
        given:
        cli.run('stop', 'web.two')
        cli.engine.calls().clear()

        expect:
        cli.run('action', 'reload') == ExitCode.WRONG_INPUT
        cli.err.contains('`web.two` does not run, and this sends it a signal')
        cli.err.contains('project.groovy:23')
        cli.engine.calls().changes() == []
    }

    def "wrong names are problems: #arguments"() {
        expect:
        cli.run(*arguments) == ExitCode.WRONG_INPUT
        cli.err.startsWith("error: $summary\n")

        where:
        arguments                                      | summary
        ['action', 'bakup']                            | 'there is no action `bakup` in project `shop`'
        ['action', 'backup', 'reload']                 | '`dockerops action` performs one action, and these are 2'
        ['plan', '--action', 'bakup']                  | 'there is no action `bakup` in project `shop`'
        ['plan', '--action', 'backup', 'web']          | '`--action` goes with neither targets nor `--out` nor `--replace`'
        ['plan', '--action', 'backup', '--out', 'x']   | '`--action` goes with neither targets nor `--out` nor `--replace`'
    }

    private void policy(String text) {
        cli.file('project.groovy', Cli.SHOP + ACTIONS + "\npolicy('p') {\n$text\n}\n")
    }

    def "a policy refuses with its line, whatever is planned: #arguments"() {
        given:
        policy("if (actions.any { it.stop }) refuse 'nothing stops on fridays'")

        expect:
        cli.run(*arguments) == ExitCode.WRONG_INPUT
        cli.err.startsWith('error: policy `p`: nothing stops on fridays\n  --> project.groovy:')
        cli.engine.calls().changes() == []

        where:
        arguments << [['stop'], ['restart', 'web'], ['action', 'backup'], ['plan', '--action', 'backup'], ['run', '--replace']]
    }

    def "a policy leaves something out, with a warning"() {
        given:
        policy("actions.findAll { it.name == 'web.one' }.each { leaveOut it, 'it is watched' }")

        expect:
        cli.run('stop', 'web') == ExitCode.FINE
        cli.err.startsWith('warning: policy `p` leaves `web.one` as it is, and what depends on its change: it is watched\n')
        running() == ['shop.db', 'shop.web.one']
    }

    def "a policy has the user asked: #answer"() {
        given:
        policy("if (actions.any { it.stop }) confirm 'Stop it?'")
        cli.terminal.everywhere()
        cli.input = new ByteArrayInputStream("$answer\n".bytes)

        expect:
        cli.run('stop', 'web') == code
        cli.err.contains('Stop it? [y/N]')
        running() == left

        where:
        answer || code            | left
        'y'    || ExitCode.FINE   | ['shop.db']
        'n'    || ExitCode.FAILED | ['shop.db', 'shop.web.one', 'shop.web.two']
    }

    def "without a terminal nobody can be asked, and --yes answers"() {
        given:
        policy("if (actions.any { it.stop }) confirm 'Stop it?'")

        expect:
        cli.run('stop', 'web') == ExitCode.WRONG_INPUT
        cli.err == 'error: the plan asks: Stop it? And nobody can be asked\n  = give --yes when the answer is yes\n'
        cli.run('stop', '--yes', 'web') == ExitCode.FINE
        running() == ['shop.db']
    }
}
