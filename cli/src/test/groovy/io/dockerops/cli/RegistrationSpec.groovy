package io.dockerops.cli

import io.dockerops.engine.port.EngineException
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What a user sees of names in DNS. */
class RegistrationSpec extends Specification {

    private static final String PROJECT = '''\
        project 'shop'
        dynamicDns 'names', zone: 'shop.internal'
        service('names') { image 'names'; healthy 'dns-ready' }
        service('web') { image 'nginx:1'; register append; instances 'one', 'two' }
        '''.stripIndent()

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = new Cli(folder).file('project.groovy', PROJECT)
        ['names', 'nginx:1'].each { cli.engine.addImage(it) }
    }

    def "what is registered stands in the plan and in the report, and then there is nothing to do"() {
        expect:
        cli.run('plan') == 0
        cli.out.readLines().findAll { it.contains('Names') } == [
            '[4, 6] -> #9 local instance:web.one RegisterNames web-one.shop.internal and web.shop.internal, after start',
            '[4, 8] -> #10 local instance:web.two RegisterNames web-two.shop.internal and web.shop.internal, after start']
        (cli.out + cli.err).contains('Plan: 4 to create, 0 to change, 0 to remove.')
        cli.run('run') == 0
        cli.names.records().size() == 6
        cli.run('plan', '--detailed-exitcode') == 0

        when:
        cli.names.forget()

        then:
        cli.run('plan', '--detailed-exitcode') == 5
        (cli.out + cli.err).contains('Plan: 0 to create, 2 to change, 0 to remove.')
    }

    def "a refusal is told with what to do, and the run fails"() {
        given:
        cli.names.refuse(new EngineException.Failed('the DNS server does not know the key `shop` (BADKEY)', 'give it the key'))

        expect:
        cli.run('run') == 1
        (cli.out + cli.err).contains('the DNS server does not know the key `shop` (BADKEY)')
        (cli.out + cli.err).contains('give it the key')
        cli.containers == ['shop.names', 'shop.web.one', 'shop.web.two']
    }

    def "a server that does not answer is a warning"() {
        given:
        cli.run('run')
        cli.names.silence(true)

        expect:
        cli.run('plan', '--detailed-exitcode') == 0
        cli.err.contains('warning: the DNS server at ')
        cli.err.contains('does not answer')
    }
}
