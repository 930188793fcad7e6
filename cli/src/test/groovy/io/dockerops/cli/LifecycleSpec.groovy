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

    def "remove takes containers away and leaves the network"() {
        given:
        cli.run('run')

        expect:
        cli.run('remove', 'web') == ExitCode.FINE
        cli.containers == ['shop.db']
        cli.engine.networks()*.name().contains('shop.default')
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
        'remove'  | 'instance:db RemoveContainer, requested'
        'clean'   | 'network:default RemoveNetwork, requested'
        'pull'    | 'image:nginx:1 PullImage, pull requested'
    }
}
