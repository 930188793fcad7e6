package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.json.Json
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class InfoSpec extends Specification {

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = Cli.shop(folder)
        cli.run('run')
    }

    def "info tells all of one instance, and nothing of its variables"() {
        expect:
        cli.run('info', 'web.one') == ExitCode.FINE
        def lines = cli.out.readLines()
        lines[0] == 'web.one  running'
        value(lines, 'host') == 'local'
        value(lines, 'declared') == 'project.groovy:11'
        value(lines, 'container') == 'shop.web.one'
        value(lines, 'image') == 'nginx:1'
        value(lines, 'endpoints') == 'http://localhost:8080'
        value(lines, 'addresses') ==~ /[\d.]+ \(shop\.default\)/
        !cli.out.contains('Env')
    }

    def "info tells all instances, those without a container too, with lines between"() {
        given:
        cli.engine.remove('shop.db', true)

        expect:
        cli.run('info') == ExitCode.FINE
        cli.out.split('\n\n')*.readLines()*.first() == ['db  not made', 'web.one  running', 'web.two  running']
    }

    def "info for programs has the same"() {
        expect:
        cli.run('info', '--json', 'web') == ExitCode.FINE
        Json.parse(cli.out)*.instance == ['web.one', 'web.two']
        Json.parse(cli.out)*.state == ['running', 'running']
        Json.parse(cli.out)*.ports.every { it instanceof List }
    }

    def "info of what is not declared is an error"() {
        expect:
        cli.run('info', 'wbe') == ExitCode.WRONG_INPUT
        cli.err.contains('did you mean `web`?')
    }

    private static String value(List<String> lines, String name) {
        lines.find { it.startsWith("  $name ") }?.substring(2 + 12)
    }
}
