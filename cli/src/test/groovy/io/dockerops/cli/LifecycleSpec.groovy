package io.dockerops.cli

import io.dockerops.cli.session.ExitCode
import io.dockerops.engine.fake.FakeCall.Kind
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** The commands that change what a run has made: stop, start, restart, pull, remove, clean. */
class LifecycleSpec extends Specification {

    @TempDir
    Path folder

    Cli cli

    def setup() {
        cli = Cli.shop(folder)
    }

    private List<String> running() {
        cli.engine.containers(new TreeMap<String, String>()).findAll { it.state().toString() == 'running' }*.name().sort()
    }

    def "stop ends containers and what depends on them, and keeps them"() {
        given:
        cli.run('run')

        expect:
        cli.run('stop', 'db') == ExitCode.FINE
        running() == []
        cli.containers.size() == 3
        cli.out.contains(': 3 stopped.\n')
    }

    def "start lets what exists run again, with what it depends on"() {
        given:
        cli.run('run')
        cli.run('stop')

        expect:
        cli.run('start', 'web.one') == ExitCode.FINE
        running() == ['shop.db', 'shop.web.one']
        cli.out.endsWith(': 2 started.\nweb.one  http://localhost:8080\n')
    }

    def "restart ends and starts the same containers"() {
        given:
        cli.run('run')
        def before = cli.engine.inspect('shop.web.one').get().id()
        cli.engine.calls().clear()

        expect:
        cli.run('restart', 'web.one') == ExitCode.FINE
        cli.engine.inspect('shop.web.one').get().id() == before
        cli.engine.calls().of(Kind.STOP)*.target() == ['shop.web.one']
        cli.engine.calls().of(Kind.START)*.target() == ['shop.web.one']
    }

    def "shutdown takes containers away and leaves the network"() {
        given:
        cli.run('run')

        expect:
        cli.run('shutdown', 'web') == ExitCode.FINE
        cli.containers == ['shop.db']
        cli.engine.networks()*.name().contains('shop.default')
    }

    def "remove takes away what has stopped and leaves what runs, with a warning"() {
        given:
        cli.run('run')
        cli.run('stop', 'web.one')

        expect:
        cli.run('remove', 'web') == ExitCode.FINE
        cli.containers == ['shop.db', 'shop.web.two']
        cli.err.contains('`web.two` runs and is not removed')
    }

    def "create makes containers and starts none, startup starts them"() {
        expect:
        cli.run('create') == ExitCode.FINE
        cli.containers.size() == 3
        running() == []
        cli.run('startup', 'db') == ExitCode.FINE
        running() == ['shop.db']
        cli.run('run') == ExitCode.FINE
        running().size() == 3
    }

    def "update changes what differs and leaves what is no longer declared"() {
        given:
        cli.run('run')
        cli.file('project.groovy', "project 'shop'\nservice('db') { image 'postgres:17'; env A: 'b' }\n")

        expect:
        cli.run('update') == ExitCode.FINE
        cli.containers == ['shop.db', 'shop.web.one', 'shop.web.two']
        cli.engine.inspect('shop.db').get().live().text('Env', 'A').get() == 'b'
    }

    def "a field given on the command line goes over the project's"() {
        expect:
        cli.run('create', 'db', '--set', 'HostConfig.Init=true', '--set=Env.A=7') == ExitCode.FINE
        cli.engine.inspect('shop.db').get().live().text('Env', 'A').get() == '7'
    }

    def "signal and kill reach the main processes of what runs: #command"() {
        given:
        cli.run('run')
        cli.engine.calls().clear()

        expect:
        cli.run(command as String[]) == ExitCode.FINE
        cli.engine.calls().of(Kind.KILL)*.target() == ['shop.db']

        where:
        command << [['signal', 'db', '--signal', 'HUP'], ['kill', 'db']]
    }

    def "wait ends with the containers, and fails when they failed: #code"() {
        given:
        cli.run('run')
        cli.engine.processes().exits('shop.web.one', code)
        cli.run('stop', 'web.one')
        cli.engine.start('shop.web.one')

        expect:
        cli.run('wait', 'web.one') == exitCode

        where:
        code | exitCode
        0    | ExitCode.FINE
        3    | ExitCode.FAILED
    }

    def "wait gives up after its time"() {
        given:
        cli.run('run')

        expect:
        cli.run('wait', '--timeout', '1s', 'web.one') == ExitCode.FAILED
        cli.err.contains('did not end')
    }

    def "options that contradict each other are told: #arguments"() {
        expect:
        cli.run(arguments as String[]) == ExitCode.WRONG_INPUT
        cli.err.contains(told)

        where:
        arguments                                         | told
        ['update', '--replace', '--force-update', 'web']  | 'only some of it'
        ['update', 'db', '--force-update', 'web']         | 'is not among what the command is about'
        ['update', '--check-exec', 'maybe']               | 'is not a way to look for commands'
        ['update', '--non-recoverable', 'x']              | 'is not a list of exit codes'
        ['signal', '--signal', 'HPU']                     | 'is not a signal'
        ['wait', '--timeout', 'soon']                     | 'is not a time'
        ['create', '--set', 'nothing']                    | 'there is no value'
        ['clean', '--volumes', '--no-remove-attached']    | 'attached volumes cannot be kept'
    }

    def "pull pulls the images of the targets and leaves the containers"() {
        given:
        cli.run('run')
        cli.engine.registry().offer('postgres:17')

        expect:
        cli.run('pull', 'db') == ExitCode.FINE
        cli.engine.calls().of(Kind.PULL)*.target() == ['postgres:17']
        cli.containers.size() == 3
    }

    def "clean leaves nothing but volumes, also by its other name: #name"() {
        given:
        cli.file('project.groovy', Cli.SHOP + "volume 'data', at: '/data'\nservice('x') { image 'nginx:1'; mount 'data' }\n")
        cli.run('run')

        expect:
        cli.run(name) == ExitCode.FINE
        cli.containers == []
        !cli.engine.networks()*.name().contains('shop.default')
        cli.engine.volumes()*.name() == ['shop.data']

        where:
        name << ['clean', 'down']
    }

    def "nothing to do is said in one line: #command"() {
        expect:
        cli.run(command) == ExitCode.FINE
        cli.out == "$text\n"

        where:
        command   | text
        'stop'    | 'Nothing to stop: nothing runs.'
        'restart' | 'Nothing to restart: there is no container.'
        'remove'  | 'Nothing to remove: there is no container.'
        'clean'   | 'Nothing to clean: nothing is left of `shop`.'
    }

    def "start has nothing to do when all runs"() {
        given:
        cli.run('run')

        expect:
        cli.run('start') == ExitCode.FINE
        cli.out == 'Nothing to start: what exists runs.\n'
    }

    def "pull has nothing to do when a project makes all its images itself"() {
        given:
        cli.file('project.groovy', "project 'shop'\ndef site = rootfs 'site', busybox: true\nservice('web') { image site }\n")

        expect:
        cli.run('pull') == ExitCode.FINE
        cli.out == 'Nothing to pull: no service uses an image of a registry.\n'
    }

    def "--dry-run of #command shows the plan and changes nothing"() {
        given:
        cli.run('run')
        cli.engine.calls().clear()

        expect:
        cli.run(command, '--dry-run') == ExitCode.FINE
        cli.out.contains(shown)
        cli.engine.calls().changes() == []

        where:
        command   | shown
        'stop'    | 'instance:db StopContainer, requested'
        'restart' | 'instance:db StartContainer, requested'
        'shutdown' | 'instance:db RemoveContainer, requested'
        'clean'   | 'network:default RemoveNetwork, requested'
        'pull'    | 'image:nginx:1 PullImage, pull requested'
    }
}
