package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.json.Json
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Specification
import spock.lang.TempDir

/** Where the values of variables come from that a service requires, and what happens without one. */
class RequiredVariablesSpec extends Specification {

    private static final String PROJECT = '''\
        project 'shop'
        service('web') {
            image 'nginx:1'
            requires 'SMTP_HOST'
        }
        service('db') { image 'postgres:17' }
        '''.stripIndent()

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = Cli.shop(folder).file('project.groovy', PROJECT)
    }

    private void typed(String text) {
        cli.terminal.everywhere()
        cli.input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))
    }

    private String variable(String name = 'SMTP_HOST') {
        cli.engine.inspect('shop.web').get().live().text('Env', name).orElse(null)
    }

    private Path getConf() {
        folder.resolve('host.conf')
    }

    def "the command line goes over the environment, that over host.conf, and that over the project: #expected"() {
        given:
        cli.file('project.groovy', PROJECT.replace('requires', "env SMTP_HOST: 'project'\n    requires"))
        kept && cli.file('host.conf', '{"SMTP_HOST": "kept", "OTHER": 1}')
        set && cli.environment.put('SMTP_HOST', 'set')

        expect:
        cli.run('run', *arguments) == ExitCode.FINE
        variable() == expected

        where:
        arguments                  | set   | kept  || expected
        ['-e', 'SMTP_HOST=given']  | true  | true  || 'given'
        ['--env=SMTP_HOST=given']  | false | false || 'given'
        []                         | true  | true  || 'set'
        []                         | false | true  || 'kept'
        []                         | false | false || 'project'
    }

    def "what no service requires is not taken from outside"() {
        given:
        cli.file('project.groovy', PROJECT.replace('requires', "env LANG: 'project'\n    requires"))
        cli.environment.putAll(SMTP_HOST: 'set', LANG: 'outside')

        when:
        cli.run('run')

        then:
        variable('LANG') == 'project'
    }

    def "without a value and without a terminal: an error with service, line and ways out"() {
        expect:
        cli.run('run') == ExitCode.WRONG_INPUT
        cli.err == '''\
            error: `web` requires the variable `SMTP_HOST`, and nothing gives it a value
             --> project.groovy:4:5
            4 |     requires 'SMTP_HOST'
              |     ^^^^^^^^^^^^^^^^^^^^
              = give it on the command line, `-e SMTP_HOST=…`, or set it in the environment
              = or keep it in `host.conf` beside the project: `{"SMTP_HOST": "…"}`
              = or let the project say it: `env SMTP_HOST: '…'`
            '''.stripIndent()
        cli.engine.calls().changes() == []
    }

    def "what is not about the service does without: #arguments"() {
        expect:
        cli.run(*arguments) == ExitCode.FINE

        where:
        arguments << [['run', 'db'], ['ps'], ['stop'], ['validate'], ['clean', '--yes']]
    }

    def "on a terminal it is asked for, by each command that makes containers: #arguments"() {
        given:
        typed('mail.example.org\nn\n')

        expect:
        cli.run(*arguments) == ExitCode.FINE
        cli.err.startsWith('`web` requires SMTP_HOST (project.groovy:4): Keep it in host.conf for the next time? [y/N] ')
        variable() == 'mail.example.org'
        !Files.exists(conf)

        where:
        arguments << [['run'], ['update'], ['startup'], ['create']]
    }

    def "an answer is kept only after a yes, for this user alone, beside those that are there"() {
        given:
        cli.file('host.conf', '{"OTHER": "kept"}')
        typed('mail.example.org\ny\n')

        when:
        cli.run('run')

        then:
        Json.object(Files.readString(conf)) == [OTHER: 'kept', SMTP_HOST: 'mail.example.org']
        PosixFilePermissions.toString(Files.getPosixFilePermissions(conf)) == 'rw-------'
        folder.toFile().list().sort() == ['host.conf', 'project.groovy']

        when: 'nobody can be asked'
        cli.terminal.input = false

        then:
        cli.run('plan', '--detailed-exitcode') == ExitCode.FINE
    }

    def "no answer is no value: #what"() {
        given:
        typed(text)

        expect:
        cli.run('run') == ExitCode.WRONG_INPUT
        cli.err.contains('`web` requires the variable `SMTP_HOST`, and nothing gives it a value')
        cli.engine.calls().changes() == []

        where:
        what               | text
        'an empty line'    | '\n'
        'the end of input' | ''
    }

    def "each variable is asked for once"() {
        given:
        cli.file('project.groovy', PROJECT.replace("image 'postgres:17'", "image 'postgres:17'; requires 'SMTP_HOST'"))
        typed('mail.example.org\nn\n')

        expect:
        cli.run('run') == ExitCode.FINE
        cli.err.count('requires SMTP_HOST') == 1
    }

    def "a script asks too"() {
        given:
        typed('mail.example.org\nn\n')

        expect:
        cli.run('script', '--dry-run', 'web', '--', 'true') == ExitCode.FINE
        cli.err.contains('requires SMTP_HOST')
    }

    def "-e holds for the named targets alone, and for variables that nobody requires"() {
        when:
        cli.run('run', '-e', 'SMTP_HOST=x', '-e', 'EMPTY=', 'web')

        then:
        variable() == 'x'
        variable('EMPTY') == ''

        when:
        cli.run('run', '-e', 'COLOUR=red', 'db')

        then:
        cli.engine.inspect('shop.db').get().live().text('Env', 'COLOUR').get() == 'red'
        variable('COLOUR') == null
    }

    def "-e #text is an error"() {
        expect:
        cli.run('run', '-e', text) == ExitCode.WRONG_INPUT
        cli.err.contains("`-e $text`: $summary")

        where:
        text    || summary
        'X'     || 'there is no value'
        '=x'    || 'there is no value'
        'A B=x' || '`A B` is not a name for an environment variable'
    }

    def "a saved plan keeps -e"() {
        given:
        cli.run('plan', '-e', 'SMTP_HOST=given', '--out', 'next.plan')

        expect:
        cli.run('run', 'next.plan') == ExitCode.FINE
        variable() == 'given'
    }

    def "what is wrong with host.conf is said with its place: #text"() {
        given:
        cli.file('host.conf', text)

        expect:
        cli.run('run') == ExitCode.WRONG_INPUT
        cli.err.startsWith(error)

        where:
        text                            || error
        '{"SMTP_HOST": "a",\n "B": [1]}' || 'error: `B` takes a text, and this is a list of one\n --> host.conf:2:7\n'
        '{"SMTP_HOST": "a"'             || 'error: '
        '["SMTP_HOST"]'                 || 'error: `host.conf` holds a JSON object with the values of variables, and this is a list of one\n --> host.conf:1:1\n'
        '{"A B": "x"}'                  || 'error: `A B` is not a name for an environment variable: no spaces, and not empty\n --> host.conf:1:2\n'
        '{"A": "x", "A": "y"}'          || 'error: '
    }
}
