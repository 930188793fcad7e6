package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.json.Json
import io.dockerops.engine.model.Specification as Fields
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class PlanSpec extends Specification {

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = Cli.shop(folder)
    }

    def "a plan goes to standard output and its summary beside it"() {
        expect:
        cli.run('plan') == ExitCode.FINE
        Golden.matches('plan/shop.txt', cli.out)
        cli.err == 'Plan: 4 to create, 0 to change, 0 to remove.\n'
        cli.engine.calls().changes() == []
    }

    def "a field that differs stands below its action with old and new value and who made them differ"() {
        given:
        cli.run('run')
        cli.file('project.groovy', Cli.SHOP.replace("image 'postgres:17'", "image 'postgres:17'; env LANG: 'C'"))

        expect:
        cli.run('plan', 'db') == ExitCode.FINE
        Golden.matches('plan/changed.txt', cli.out)
        cli.err == 'Plan: 0 to create, 1 to replace, 0 to change, 0 to remove.\n'
    }

    def "on a terminal a plan is coloured, and says the same"() {
        given:
        cli.run('run')
        cli.file('project.groovy', Cli.SHOP.replace("image 'postgres:17'", "image 'postgres:17'; env LANG: 'C'"))
        cli.run('plan', 'db')
        def plain = cli.out
        cli.terminal.output = true

        when:
        cli.run('plan', 'db')

        then:
        Golden.matches('plan/coloured.txt', cli.out.replace('\u001b', 'ESC'))
        cli.out.replaceAll(/\u001b\[[\d;]*m/, '').readLines()*.replaceFirst(/^[-+~ ] (?=\[)/, '') == plain.readLines()
    }

    def "an empty plan is empty text, and a line beside it says so"() {
        given:
        cli.run('run')

        expect:
        cli.run('plan') == ExitCode.FINE
        cli.out == ''
        cli.err == 'Everything is as declared: 3 instances on 1 host.\n'
    }

    def "--detailed-exitcode tells by the exit code whether there is something to do"() {
        expect:
        cli.run('plan', '--detailed-exitcode') == ExitCode.CHANGES

        when:
        cli.run('run')

        then:
        cli.run('plan', '--detailed-exitcode') == ExitCode.FINE
    }

    def "--quiet leaves the summary out"() {
        when:
        cli.run('plan', '--quiet')

        then:
        cli.out.readLines().size() == 7
        cli.err == ''
    }

    def "--json prints the plan as a document"() {
        when:
        cli.run('plan', '--json')
        def tree = Json.object(cli.out)

        then:
        tree.project == 'shop'
        tree.actions.size() == 7
        tree.actions[0].subMap(['number', 'host', 'subject', 'action', 'cause']) ==
            [number: 1L, host: 'local', subject: 'network:default', action: 'CreateNetwork', cause: 'missing']
    }

    def "--replace plans new containers even when nothing differs"() {
        given:
        cli.run('run')

        when:
        cli.run('plan', '--replace', 'db')

        then:
        cli.out.contains('instance:db CreateContainer, requested')
    }

    def "warnings of the plan go to standard error"() {
        when:
        cli.run('start', 'db')

        then:
        cli.err == '''\
            warning: `db` has no container
             --> project.groovy:3:10
            3 | def db = service('db') {
              |          ^^^^^^^^^^^^
              = make it with `dockerops run`

            '''.stripIndent()
    }

    def "a saved plan is carried out when it is still what would be done: #arguments"() {
        given:
        cli.run('plan', '--out', 'next.plan', 'db')

        expect:
        cli.err.contains('Saved. To carry it out: dockerops run next.plan\n')
        cli.run(*arguments) == ExitCode.FINE
        cli.containers == ['shop.db']

        where:
        arguments << [['run', 'next.plan'], ['run', '--plan', 'next.plan']]
    }

    def "a saved plan keeps script, parameters, options and host"() {
        given:
        cli.file('sub/my.groovy', """
            project 'shop'
            def tag = parameter('tag', '16')
            service('db') { image "postgres:\$tag" }
            """.stripIndent())
        cli.run('run', 'sub/my.groovy', '-P', 'tag=17')
        def before = cli.engine.inspect('shop.db').get().id()

        expect:
        cli.run('plan', 'sub/my.groovy', '-P', 'tag=17', '--replace', '--host', 'unix:///other.sock', '--out', 'a.plan') == 0
        cli.run('run', 'a.plan') == ExitCode.FINE
        cli.engine.inspect('shop.db').get().id() != before
        cli.environments.last().DOCKER_HOST == 'unix:///other.sock'
    }

    def "a saved plan with another name than .plan is named by --plan"() {
        when:
        cli.run('plan', '--out', 'next.json')

        then:
        cli.err.contains('Saved. To carry it out: dockerops run --plan next.json\n')
        cli.run('run', '--plan', 'next.json') == ExitCode.FINE
    }

    def "a saved plan is refused when #what, with the differences, and nothing is done"() {
        given:
        cli.file('project.groovy', Cli.SHOP.replace("image 'nginx:1'", 'image site')
            .replace("project 'shop'", "project 'shop'; def site = rootfs 'site', busybox: true"))
        cli.run('run', 'db')
        cli.run('plan', '--out', 'next.plan', 'web')
        meanwhile.call(cli)
        cli.engine.calls().clear()

        expect:
        cli.run('run', 'next.plan') == ExitCode.WRONG_INPUT
        Golden.matches("plan/refused-${what.replace(' ', '-')}.txt", cli.err)
        cli.engine.calls().changes() == []

        where:
        what                                | meanwhile
        'the host has changed'              | { it.run('stop', 'db') }
        'the project has changed'           | { it.file('project.groovy', Files.readString(it.folder.resolve('project.groovy')).replace("publish '8080:80'", "publish '8090:80'; env A: 'b'")) }
        'the source of an image has changed' | { it.fingerprints.site = 'second' }
        'somebody else ran it'              | { it.run('run') }
    }

    def "a saved plan stands alone: #more"() {
        given:
        cli.run('plan', '--out', 'next.plan')

        expect:
        cli.run(*(['run', '--plan', 'next.plan'] + more)) == ExitCode.WRONG_INPUT
        cli.err == '''\
            error: a saved plan has its own script, targets, parameters, environment and options
              = give them to `dockerops plan --out FILE`, which saves a new one
            '''.stripIndent()

        where:
        more << [['web'], ['-P', 'a=b'], ['--replace']]
    }

    def "--dry-run looks at a saved plan without carrying it out"() {
        given:
        cli.run('plan', '--out', 'next.plan')
        def plan = cli.out

        expect:
        cli.run('run', 'next.plan', '--dry-run') == ExitCode.FINE
        cli.out == plan
        cli.containers == []
    }

    def "what is no saved plan is refused: #content"() {
        given:
        cli.file('next.plan', content)

        expect:
        cli.run('run', 'next.plan') == ExitCode.WRONG_INPUT
        cli.err == 'error: `next.plan` is not a plan that this DockerOps has saved\n'

        where:
        content << ['', 'no json', '{}', '{"dockeropsPlan": 2}', '{"dockeropsPlan": 1}', '[1]']
    }

    def "a plan that is not there is a problem"() {
        expect:
        cli.run('run', '--plan', 'next.plan') == ExitCode.WRONG_INPUT
        cli.err == 'error: there is no plan `next.plan`\n  = `dockerops plan --out next.plan` makes one\n'
    }

    def "a plan that cannot be written is a problem"() {
        expect:
        cli.run('plan', '--out', 'no/folder/next.plan') == ExitCode.WRONG_INPUT
        cli.err.contains('error: the plan cannot be written to `')
    }
}
