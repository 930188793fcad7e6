package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.fake.FakeCall.Kind
import io.dockerops.engine.fake.FakeProgram
import io.dockerops.engine.json.Json
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class RunSpec extends Specification {

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = Cli.shop(folder)
    }

    def "a run brings up what the project declares"() {
        expect:
        cli.run('run') == ExitCode.FINE
        cli.containers == ['shop.db', 'shop.web.one', 'shop.web.two']
    }

    def "each action that has ended is a line with its count, host, subject and time"() {
        when:
        cli.run('run')

        then:
        def lines = cli.out.readLines().findAll { it.startsWith('[') }
        lines.size() == 7
        lines.every { it ==~ /\[\d\/7] local \w+:\S+ \w+ … done in [\d.]+ s/ }
        lines[6].startsWith('[7/7]')
    }

    def "a run ends with what was done and where the published ports are"() {
        when:
        cli.run('run')

        then:
        cli.out.readLines().takeRight(3)*.replaceAll(/[\d.]+ s/, 'T') == [
            'Done in T: 4 created.',
            'web.one  http://localhost:8080',
            'web.two  http://localhost:8081',
        ]
    }

    def "a second run says in one line that there is nothing to do"() {
        given:
        cli.run('run')

        expect:
        cli.run('run') == ExitCode.FINE
        cli.out == 'Everything is as declared: 3 instances on 1 host.\n'
        cli.err == ''
    }

    def "targets limit a run to them and what they depend on"() {
        expect:
        cli.run('run', 'web.two') == ExitCode.FINE
        cli.containers == ['shop.db', 'shop.web.two']
    }

    def "a target that names nothing is a problem with a suggestion"() {
        expect:
        cli.run('run', 'wep') == ExitCode.WRONG_INPUT
        cli.err == '''\
            error: there is no service, instance or group `wep` in project `shop`
              = did you mean `web`?
            '''.stripIndent()
        cli.containers == []
    }

    def "the script may be named: #words"() {
        given:
        Files.move(folder.resolve('project.groovy'), Files.createDirectories(folder.resolve('sub')).resolve('my.groovy'))

        expect:
        cli.run(*(['run'] + words)) == ExitCode.FINE
        cli.containers == ['shop.db']

        where:
        words << [['sub/my.groovy', 'db'], ['./sub/my.groovy', 'db']]
    }

    def "a name without slash is a target, even when a file has it"() {
        given:
        cli.file('db', 'no script')

        expect:
        cli.run('run', 'db') == ExitCode.FINE
        cli.containers == ['shop.db']
    }

    def "a missing script is a problem with a way out: #words"() {
        given:
        Files.delete(folder.resolve('project.groovy'))
        cli.file('other/project.groovy', Cli.SHOP)

        expect:
        cli.run(*(['run'] + words)) == ExitCode.WRONG_INPUT
        cli.err == "error: $summary\n" + hints.collect { "  = $it\n" }.join('')

        where:
        words            | summary                                       | hints
        []               | 'there is no `project.groovy` in this folder' | ['name the project\'s file, or let `dockerops init` make one']
        ['web']          | 'there is no `project.groovy` in this folder' | ['`web` was taken for a target; a file is written with a slash: ./web']
        ['shop.groovy']  | 'there is no file `shop.groovy`'              | []
        ['other/']       | '`other/` is a folder, not a project\'s file' | ['its project is `other/project.groovy`']
    }

    def "parameters are given by -P"() {
        given:
        cli.file('project.groovy', '''
            project 'shop'
            def tag = parameter('tag', '17')
            service('db') { image "postgres:$tag" }
            '''.stripIndent())
        cli.engine.registry().offer('postgres:18')

        expect:
        cli.run('run', '-P', 'tag=18') == ExitCode.FINE
        cli.engine.calls().of(Kind.PULL)*.target() == ['postgres:18']
    }

    def "a parameter without value, or given twice, is a problem"() {
        expect:
        cli.run('run', '-P', 'tag', '-P', 'a=1', '-P', 'a=2') == ExitCode.WRONG_INPUT
        cli.err == '''\
            error: `-P tag` is not a parameter
              = write it as `-P name=value`

            error: parameter `a` is given more than once
            '''.stripIndent()
    }

    def "--pull pulls the images first, even those that the host has"() {
        given:
        cli.engine.registry().offer('postgres:17')
        cli.engine.registry().offer('nginx:1')

        expect:
        cli.run('run', '--pull') == ExitCode.FINE
        cli.engine.calls().of(Kind.PULL)*.target() as Set == ['postgres:17', 'nginx:1'] as Set
        cli.containers.size() == 3
    }

    def "a failed pull is the end of run --pull"() {
        expect:
        cli.run('run', '--pull') == ExitCode.FAILED
        cli.containers == []
    }

    def "--replace makes new containers even when nothing differs"() {
        given:
        cli.run('run')
        def before = cli.engine.inspect('shop.db').get().id()

        expect:
        cli.run('run', '--replace', 'db') == ExitCode.FINE
        cli.engine.inspect('shop.db').get().id() != before
    }

    def "--dry-run shows the plan and changes nothing"() {
        expect:
        cli.run('run', '--dry-run') == ExitCode.FINE
        cli.out.readLines()[0] == '[] -> #1 local network:default CreateNetwork, missing'
        cli.err == 'Plan: 4 to create, 0 to change, 0 to remove.\n'
        cli.engine.calls().changes() == []
    }

    def "--parallel limits how many containers are worked on at once"() {
        given:
        cli.file('project.groovy', """
            project 'shop'
            service('web') { image 'nginx:1'; instances((1..12).collect { "i\$it" }) }
            """.stripIndent())

        expect:
        cli.run('run', '--parallel', '1') == ExitCode.FINE
        cli.engine.calls().mostAtOnce(Kind.CREATE_CONTAINER, Kind.START) == 1
    }

    def "--parallel wants a number: #value"() {
        expect:
        cli.run('run', '--parallel', value) == ExitCode.WRONG_INPUT
        cli.err == "error: `--parallel $value` is not a number from 1 on\n"

        where:
        value << ['0', '-2', 'many']
    }

    def "--quiet prints nothing when all goes well"() {
        expect:
        cli.run('run', '--quiet') == ExitCode.FINE
        cli.out == ''
        cli.err == ''
    }

    def "--quiet keeps failures"() {
        given:
        cli.engine.processes().exits('shop.db', 3)

        expect:
        cli.run('run', '-q') == ExitCode.FAILED
        cli.out == ''
        cli.err.startsWith('error: db: ')
    }

    def "--json prints one object per event and nothing else"() {
        when:
        def code = cli.run('run', '--json')
        def events = cli.out.readLines().collect { Json.object(it) }

        then:
        code == ExitCode.FINE
        cli.err == ''
        events.first() == [event: 'run-started', project: 'shop', actions: 7]
        events.findAll { it.event == 'action-started' }.size() == 7
        events.findAll { it.event == 'action-ended' }.every { it.outcome == 'done' && it.seconds >= 0 }
        events.last().subMap(['event', 'succeeded', 'done', 'failed']) ==
            [event: 'run-ended', succeeded: true, done: 7, failed: 0]
    }

    def "--json tells of a run with nothing to do in the same form"() {
        given:
        cli.run('run')

        when:
        cli.run('run', '--json')

        then:
        cli.out.readLines().collect { Json.object(it).event } == ['run-started', 'run-ended']
    }

    def "--host is the engine of this machine, like DOCKER_HOST"() {
        when:
        cli.run('run', '--host', 'tcp://build.example.org:2375')

        then:
        cli.environments.last().DOCKER_HOST == 'tcp://build.example.org:2375'
        cli.out.contains('web.one  http://build.example.org:8080\n')
    }

    def "the first Ctrl-C lets running actions end and starts no others"() {
        given:
        def gate = cli.engine.faults().on(Kind.CREATE_CONTAINER, 'shop.db').block()
        def code = null

        when:
        def running = Thread.start { code = cli.run('run', 'db') }
        gate.awaitArrival()
        cli.terminal.pressCtrlC()
        gate.open()
        running.join()

        then:
        code == ExitCode.INTERRUPTED
        cli.containers == ['shop.db']
        cli.engine.calls().of(Kind.START) == []
        cli.out.contains('Ending as soon as 1 running action has ended. Ctrl-C again ends at once.\n')
        cli.err.readLines()*.replaceAll(/after [\d.]+ s/, 'after T') == [
            'Ended by Ctrl-C after T: 2 of 3 actions done, 1 not begun or broken off.',
            'The next run goes on from there.',
        ]
    }

    def "the second Ctrl-C ends at once"() {
        given:
        def gate = cli.engine.faults().on(Kind.CREATE_CONTAINER, 'shop.db').block()
        def code = null

        when:
        def running = Thread.start { code = cli.run('run', 'db') }
        gate.awaitArrival()
        cli.terminal.pressCtrlC()
        cli.terminal.pressCtrlC()
        running.join()

        then:
        code == ExitCode.INTERRUPTED
        cli.out.contains('Ending at once. The next run goes on from what is there.\n')

        cleanup:
        gate?.open()
    }

    def "Ctrl-C means the usual again after the run"() {
        when:
        cli.run('run')

        then:
        !cli.terminal.hearsInterrupts()
    }
}
