package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import java.nio.charset.StandardCharsets
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Data is not lost without a yes. */
class CleanSpec extends Specification {

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = Cli.shop(folder).file('project.groovy', '''
            project 'shop'
            def data = volume 'data', at: '/data'
            def more = volume 'more', at: '/more'
            service('db') { image 'postgres:17'; mounts data, more }
            '''.stripIndent())
        cli.run('run')
    }

    private List<String> volumes() {
        cli.engine.volumes()*.name()
    }

    private void type(String text) {
        cli.input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))
    }

    def "before a whole project goes, whoever sits at a terminal is asked: #words, #answer"() {
        given:
        cli.terminal.everywhere()
        cli.environment.TERM = 'dumb'
        type("$answer\n")

        expect:
        cli.run('clean', *words) == code
        cli.err.startsWith(asked)
        cli.containers.empty == gone

        where:
        words     | answer || code            | asked                                    | gone
        []        | 'y'    || ExitCode.FINE   | 'Remove 1 container of `shop`? [y/N] '   | true
        ['all']   | 'yes'  || ExitCode.FINE   | 'Remove 1 container of `shop`? [y/N] '   | true
        []        | 'n'    || ExitCode.FAILED | 'Remove 1 container of `shop`? [y/N] Nothing was removed.' | false
        ['db']    | ''     || ExitCode.FINE   | ''                                       | true
        ['--yes'] | ''     || ExitCode.FINE   | ''                                       | true
    }

    def "nobody is asked where nobody sits, and all is another word for the whole project"() {
        expect:
        cli.run('clean', 'all') == ExitCode.FINE
        cli.err == ''
        cli.containers == []
    }

    def "without a terminal and without --yes it refuses before anything is done"() {
        expect:
        cli.run('clean', '--volumes') == ExitCode.WRONG_INPUT
        cli.err == '''\
            error: this would destroy the data of shop.data, shop.more, and nobody can be asked
              = give --yes when that is meant
            '''.stripIndent()
        cli.containers == ['shop.db']
        volumes() == ['shop.data', 'shop.more']
    }

    def "with #option nothing is asked"() {
        expect:
        cli.run('clean', '--volumes', option) == ExitCode.FINE
        volumes() == []
        cli.err == ''

        where:
        option << ['-y', '--yes', '--force']
    }

    def "on a terminal it names the volumes, asks, and goes on after #answer"() {
        given:
        cli.terminal.everywhere()
        cli.environment.TERM = 'dumb'
        type("$answer\nnot read\n")

        expect:
        cli.run('clean', '--volumes') == ExitCode.FINE
        cli.err == '''\
            This destroys the data of these volumes:
              shop.data
              shop.more
            Destroy it? [y/N]'''.stripIndent() + ' '
        volumes() == []

        where:
        answer << ['y', 'yes', ' YES ']
    }

    def "anything else leaves all as it is: #name"() {
        given:
        cli.terminal.everywhere()
        cli.environment.TERM = 'dumb'
        type(text)

        expect:
        cli.run('clean', '--volumes') == ExitCode.FAILED
        cli.err.endsWith('Destroy it? [y/N] Nothing was removed.\n')
        cli.containers == ['shop.db']
        volumes() == ['shop.data', 'shop.more']

        where:
        name         | text
        'no'         | 'n\n'
        'only Enter' | '\n'
        'the end'    | ''
        'nonsense'   | 'maybe\n'
    }

    def "nothing is asked when no data is lost"() {
        expect:
        cli.run('clean') == ExitCode.FINE
        cli.err == ''
        volumes() == ['shop.data', 'shop.more']
    }

    def "--dry-run asks nothing"() {
        expect:
        cli.run('clean', '--volumes', '--dry-run') == ExitCode.FINE
        cli.out.contains('volume:data RemoveVolume, requested')
        volumes() == ['shop.data', 'shop.more']
    }
}
