package io.dockerops.cli

import io.dockerops.engine.json.Json
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Commands that came with folders of services: getip and rerun. */
class AddressSpec extends Specification {

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = Cli.shop(folder)
        cli.run('run')
    }

    def "getip prints the address of one instance alone"() {
        expect:
        cli.run('getip', 'db') == 0
        cli.out ==~ /\d+\.\d+\.\d+\.\d+\n/
    }

    def "getip prints the addresses of several with their instances and networks"() {
        expect:
        cli.run('getip') == 0
        cli.out.readLines().every { it ==~ /\S+  \d+\.\d+\.\d+\.\d+  shop\.\S+/ }
        cli.out.readLines()*.split(' ')*.first().containsAll(['db', 'web.one', 'web.two'])
    }

    def "getip tells programs the addresses by instance and network"() {
        expect:
        cli.run('getip', '--json', 'db') == 0
        Json.parse(cli.out).db.values().every { it ==~ /\d+\.\d+\.\d+\.\d+/ }
    }

    def "getip of what does not run is an error"() {
        given:
        cli.run('stop', 'db')

        expect:
        cli.run('getip', 'db') == 2
        cli.err.contains('`db` has no address')
        cli.out == ''
    }

    def "getip of what is not declared is an error"() {
        expect:
        cli.run('getip', 'dbb') == 2
        cli.err.contains('did you mean `db`?')
    }

    def "rerun gives what is named a new container and leaves the others alone"() {
        given:
        def before = ids()

        expect:
        cli.run('rerun', 'web.one') == 0
        def after = ids()
        after['web.one'] != before['web.one']
        after - ['web.one': after['web.one']] == before - ['web.one': before['web.one']]
    }

    def "rerun has to be told what to replace"() {
        expect:
        cli.run('rerun') == 2
        cli.err.contains('has to be told which')
    }

    private Map<String, String> ids() {
        cli.engine.containers([:] as TreeMap<String, String>).collectEntries {
            [it.name() - 'shop.', it.id()]
        }
    }
}
