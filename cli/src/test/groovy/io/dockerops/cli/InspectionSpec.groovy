package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.fake.FakeHealth
import io.dockerops.engine.json.Json
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** The commands that look at a project or its containers: validate, targets, graph, ps. */
class InspectionSpec extends Specification {

    private static final String PLATFORM = '''\
        project 'shop'
        network 'back', internal: true
        def data = volume 'data', at: '/data'
        def conf = volume 'conf', at: '/etc/nginx', host: '/srv/conf'
        def site = rootfs 'site', busybox: true
        def db = service('db') { image 'postgres:17'; mount data; network 'back' }
        def app = service('app') { image site; link db, as: 'DB'; network 'back'; share '/run/app'; instances 'one', 'two' }
        service('web') { image 'nginx:1'; link app; network 'back'; mount conf, readOnly: true; publish 80, '8443:443'; use app }
        service('probe') { image 'nginx:1'; networkMode 'web' }
        group 'front', 'web', 'app.one'
        '''.stripIndent()

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = Cli.shop(folder)
    }

    def "a valid project is told in one line"() {
        given:
        cli.file('project.groovy', PLATFORM)

        expect:
        cli.run('validate') == ExitCode.FINE
        cli.out == 'Valid: project `shop` with 4 services, 5 instances, 1 network, 2 volumes.\n'
        cli.run('validate', '--quiet') == ExitCode.FINE
        cli.out == ''
    }

    def "validate --json tells numbers and warnings"() {
        expect:
        cli.run('validate', '--json') == ExitCode.FINE
        Json.object(cli.out) == [event: 'valid', project: 'shop', services: 2L, instances: 3L, networks: 0L, volumes: 0L,
                                 environments: [], problems: []]
    }

    def "validate --json tells problems with file, line and column"() {
        given:
        cli.file('project.groovy', "project 'shop'\nservice('web') {\n    imag 'nginx'\n}\n")

        expect:
        cli.run('validate', '--json') == ExitCode.WRONG_INPUT
        Json.object(cli.out) == [event: 'failed', exitCode: 2L, problems: [[
            severity: 'error', file: 'project.groovy', line: 3L, column: 5L, endColumn: 9L,
            summary: 'there is no word `imag` in a service block', hints: ['did you mean `image`?'],
        ]]]
    }

    def "validate needs no engine"() {
        when:
        cli.run('validate')

        then:
        cli.engine.calls().all() == []
    }

    def "targets are services, instances and groups, one per line"() {
        given:
        cli.file('project.groovy', PLATFORM)

        expect:
        cli.run('targets') == ExitCode.FINE
        cli.out.readLines() == ['db', 'app', 'app.one', 'app.two', 'web', 'probe', 'front']
        cli.run('targets', '--json') == ExitCode.FINE
        Json.parse(cli.out) == ['db', 'app', 'app.one', 'app.two', 'web', 'probe', 'front']
    }

    def "a project is drawn for #format"() {
        given:
        cli.file('project.groovy', PLATFORM)

        expect:
        cli.run(*(['graph'] + arguments)) == ExitCode.FINE
        Golden.matches("graph/project.$format", cli.out)

        where:
        format    | arguments
        'dot'     | []
        'mermaid' | ['--format', 'mermaid']
    }

    def "a plan is drawn for #format"() {
        expect:
        cli.run('graph', '--plan', '--format', format) == ExitCode.FINE
        Golden.matches("graph/plan.$format", cli.out)

        where:
        format << ['dot', 'mermaid']
    }

    def "an unknown format is a problem"() {
        expect:
        cli.run('graph', '--format', 'svg') == ExitCode.WRONG_INPUT
        cli.err == 'error: `--format svg` is not a format of graphs\n  = there are `dot` and `mermaid`\n'
    }

    def "ps lists what runs, what has ended, what is not made and what is no longer declared"() {
        given:
        cli.file('project.groovy', Cli.SHOP.replace("image 'postgres:17'", "image 'postgres:17'; healthy 'true'"))
        cli.run('run', 'web.one')
        cli.engine.end('shop.web.one', 137)
        cli.file('project.groovy', Cli.SHOP.replace("image 'postgres:17'", "image 'postgres:17'; healthy 'true'")
            .replace("instance 'one'", "instance 'three', publish: '8082:80'"))

        expect:
        cli.run('ps') == ExitCode.FINE
        Golden.matches('ps/table.txt', cli.out)
    }

    def "ps is limited to targets"() {
        given:
        cli.run('run')

        when:
        cli.run('ps', 'db')

        then:
        cli.out.readLines().size() == 2
        cli.out.readLines()[1].startsWith('db')
    }

    def "ps --json has everything of the table and more"() {
        given:
        cli.run('run', 'db')

        when:
        cli.run('ps', '--json')
        def rows = Json.parse(cli.out)

        then:
        rows*.container == ['shop.db', 'shop.web.one', 'shop.web.two']
        rows[0].subMap(['service', 'instance', 'host', 'declared', 'state', 'exitCode']) ==
            [service: 'db', instance: '', host: 'local', declared: true, state: 'running', exitCode: 0L]
        rows[0].addresses.keySet() == ['shop.default'] as Set
        rows[1].state == 'missing'
    }

    def "the states of ps are coloured on a terminal"() {
        given:
        cli.file('project.groovy', Cli.SHOP.replace("image 'postgres:17'", "image 'postgres:17'; healthy 'true'"))
        cli.run('run')
        cli.terminal.output = true

        when:
        cli.run('ps', 'db')

        then:
        cli.out.contains('\u001b[32mrunning')
        cli.out.contains('\u001b[32mhealthy')
    }
}
