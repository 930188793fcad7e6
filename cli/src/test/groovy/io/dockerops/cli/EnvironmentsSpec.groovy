package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** The option {@code --environment} and what stands in for it. */
class EnvironmentsSpec extends Specification {

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = Cli.shop(folder)
        cli.file('project.groovy', Cli.SHOP + '''
            environment('test') { project 'shop-test' }
            environment('production') { service('web') { instance 'three', publish: '8082:80' } }
            '''.stripIndent())
    }

    def "an environment is chosen by #arguments with DOCKEROPS_ENVIRONMENT=#variable"() {
        given:
        if (variable != null) {
            cli.environment.DOCKEROPS_ENVIRONMENT = variable
        }

        expect:
        cli.run(['run', *arguments] as String[]) == ExitCode.FINE
        cli.containers == containers

        where:
        arguments                       | variable     || containers
        []                              | null         || ['shop.db', 'shop.web.one', 'shop.web.two']
        []                              | ''           || ['shop.db', 'shop.web.one', 'shop.web.two']
        []                              | 'production' || ['shop.db', 'shop.web.one', 'shop.web.three', 'shop.web.two']
        ['-E', 'production']            | null         || ['shop.db', 'shop.web.one', 'shop.web.three', 'shop.web.two']
        ['--environment', 'production'] | 'test'       || ['shop.db', 'shop.web.one', 'shop.web.three', 'shop.web.two']
        ['--environment=test']          | null         || ['shop-test.db', 'shop-test.web.one', 'shop-test.web.two']
    }

    def "validate names the environments, and an unknown one is wrong input"() {
        expect:
        cli.run('validate') == ExitCode.FINE
        cli.out.endsWith('\nIts environments are test, production.\n')
        cli.run('validate', '-E', 'prodution') == ExitCode.WRONG_INPUT
        cli.err.contains('the project has no environment `prodution`')
        cli.err.contains('did you mean `production`?')
    }

    def "a saved plan keeps its environment, and takes no other one"() {
        expect:
        cli.run('plan', '-E', 'test', '--out', 'next.plan') == ExitCode.FINE
        cli.run('run', 'next.plan', '-E', 'production') == ExitCode.WRONG_INPUT
        cli.run('run', 'next.plan') == ExitCode.FINE
        cli.containers == ['shop-test.db', 'shop-test.web.one', 'shop-test.web.two']
    }
}
