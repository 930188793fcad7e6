package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.mount
import static io.dockerops.engine.plan.Declared.named
import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Mount
import io.dockerops.engine.model.Options
import io.dockerops.engine.model.Reload
import io.dockerops.engine.model.Value
import io.dockerops.engine.plan.PlanRequest.Command
import io.dockerops.engine.port.ContainerStatus.State
import spock.lang.Specification

/** Changes that no field of a container shows, and those that are easily missed. */
class HiddenChangesSpec extends Specification {

    private static List<String> lines(World world, project, Command command = Command.UPDATE) {
        PlanText.of(world.run(project, PlanRequest.of(command)), true).readLines()
    }

    private static Mount bind(String source, String path, boolean readOnly) {
        new Mount.OfHost(source, path, readOnly)
    }

    def "what is missing in the project or in the container is a difference: #what"() {
        given:
        def world = World.with(project(service(before, 'app')))

        expect:
        lines(world, project(service(after, 'app')))[0] == '[] -> #1 local instance:app CreateContainer, changed'

        where:
        what                 | before                                                        | after
        'variable removed'   | [image: '/app', env: [A: 'a', B: 'b']]                        | [image: '/app', env: [A: 'a']]
        'port removed'       | [image: '/app', publish: [80: 8080]]                          | [image: '/app']
        'read-only'          | [image: '/app', mounts: [bind('/x', '/x', false)]]            | [image: '/app', mounts: [bind('/x', '/x', true)]]
        'user'               | [image: '/app', user: '1']                                    | [image: '/app', user: '2']
        'label removed'      | [image: '/app', labels: [a: 'b']]                             | [image: '/app']
        'health check'       | [image: '/app', healthy: 'true']                              | [image: '/app']
        'share'              | [image: '/app']                                               | [image: '/app', mounts: [new Mount.Shared('/s')]]
        'capability'         | [image: '/app', attributes: ['HostConfig.CapAdd': Value.texts(['SYS_TIME'])]] | [image: '/app']
        'stop setting'       | [image: '/app', options: [StopTimeout: 3]]                    | [image: '/app']
        'device'             | [image: '/app', attributes: ['HostConfig.Privileged': Value.flag(true)]] | [image: '/app']
        'command removed'    | [image: '/app', command: ['a']]                               | [image: '/app']
    }

    def "the owner and mode of an attached volume are set again when the project changes them"() {
        given:
        def shop = { Map said -> project(volumes: [named('sock', '/sock')],
            service([image: '/app', mounts: [mount('sock', Mount.Role.ATTACHED)]] + said, 'app')) }
        def world = World.with(shop(permissions: 'u=rwX'))

        expect:
        lines(world, shop(permissions: 'u=rwX')) == []
        lines(world, shop(permissions: 'a=rX'))[0..3] == [
            '[] -> #1 local instance:app CreateContainer, changed',
            '      Attached.sock.Mode: "u=rwX" -> "a=rX" (changed in the project)',
            '[1] -> #2 local instance:app StopContainer, replaced',
            '[] -> #3 local volume:sock PrepareVolume, not prepared']
        world.apply(world.run(shop(permissions: 'a=rX'))).run(shop(permissions: 'a=rX')).isEmpty()
    }

    def "what is in a file that is mounted to read is part of the container"() {
        given:
        def declared = project(service('app', image: '/app', mounts: [bind('/etc/app.conf', '/app.conf', true)]))
        def world = new World()
        world.files['/etc/app.conf'] = 'sha256:one'
        world.apply(world.run(declared))

        when:
        world.files['/etc/app.conf'] = 'sha256:two'

        then:
        lines(world, declared)[0..1] == [
            '[] -> #1 local instance:app CreateContainer, files changed',
            '      Files[/app.conf]: "sha256:one" -> "sha256:two" (changed in the project)']
        world.apply(world.run(declared)).run(declared).isEmpty()
    }

    def "a container can be told of its changed files instead: #how"() {
        given:
        def declared = project(service('app', image: '/app', reload: reload,
            mounts: [bind('/etc/app.conf', '/app.conf', true)]))
        def world = new World()
        world.files['/etc/app.conf'] = 'sha256:one'
        world.apply(world.run(declared))
        world.files['/etc/app.conf'] = 'sha256:two'

        expect:
        lines(world, declared).findAll { !it.startsWith(' ') } == plan

        when:
        world.apply(world.run(declared))

        then:
        world.run(declared).isEmpty()

        when:
        world.files['/etc/app.conf'] = 'sha256:one'

        then:
        lines(world, declared).findAll { !it.startsWith(' ') } == plan

        when:
        world.apply(world.run(declared))
        world.apply(world.run(declared, PlanRequest.of(Command.SHUTDOWN)))

        then:
        world.volumes.isEmpty()

        where:
        how       | reload                      || plan
        'signal'  | new Reload.Signal('SIGHUP') || ['[] -> #1 local instance:app SignalContainer SIGHUP, files changed',
            '[1] -> #2 local instance:app RecordFiles, files changed']
        'restart' | new Reload.Restart()        || ['[] -> #1 local instance:app StopContainer, files changed',
            '[1] -> #2 local instance:app StartContainer, files changed',
            '[2] -> #3 local instance:app RecordFiles, files changed']
    }

    def "a file that cannot be read from here is no reason to do anything"() {
        given:
        def declared = project(service('app', image: '/app', mounts: [bind('/etc/app.conf', '/app.conf', true)]))
        def world = new World()
        world.files['/etc/app.conf'] = 'sha256:one'
        world.apply(world.run(declared))
        world.files.clear()

        expect:
        lines(world, declared) == []
    }

    def "no field of ours goes to the engine"() {
        given:
        def declared = project(volumes: [named('sock', '/sock')], service('app', image: '/app', permissions: 'u=rwX',
            mounts: [mount('sock', Mount.Role.ATTACHED), bind('/etc/app.conf', '/app.conf', true)]))
        def world = new World()
        world.files['/etc/app.conf'] = 'sha256:one'

        expect:
        world.run(declared).graph().actions()*.action().findAll { it instanceof Action.CreateContainer }
            .every { it.specification().fields().keySet()*.first().toSet().disjoint(['Files', 'Attached']) }
    }

    def "a container whose instance got another name is renamed in place"() {
        given:
        def declared = project(service('app', image: '/app'))
        def world = World.with(declared)
        world.rename('shop.app', 'shop.before')

        expect:
        lines(world, declared, Command.RUN) == ['[] -> #1 local instance:app RenameContainer to shop.app, name changed']
        world.apply(world.run(declared)).run(declared).isEmpty()
    }

    def "a container with commands to run once that was only created gets its name back when they have run"() {
        given:
        def declared = project(service('app', image: '/app', exec: [[command: ['init'], once: true]]))
        def world = new World()
        world.apply(world.run(declared, PlanRequest.of(Command.CREATE)))

        expect:
        lines(world, declared, Command.START) == [
            '[] -> #1 local instance:app RenameContainer to shop.app.next, not running',
            '[1] -> #2 local instance:app StartContainer, not running',
            '[2] -> #3 local instance:app Exec init, after start',
            '[3] -> #4 local instance:app RenameContainer to shop.app, not running']
        world.apply(world.run(declared, PlanRequest.of(Command.START))).run(declared).isEmpty()
    }

    def "creating and starting one after the other gives what a run gives"() {
        given:
        def declared = project(volumes: [named('sock', '/sock')],
            service('app', image: '/app', user: '2000', mounts: [mount('sock', Mount.Role.ATTACHED)]),
            service('web', image: '/web', links: ['app'], mounts: [mount('sock', Mount.Role.USED)]))
        def world = new World()

        when:
        world.apply(world.run(declared, PlanRequest.of(Command.CREATE)))

        then:
        world.containers.values().every { !it.status().everStarted() }

        when:
        def start = world.run(declared, PlanRequest.of(Command.START))
        world.apply(start)

        then:
        start.graph().actions()*.action().any { it instanceof Action.PrepareVolume }
        world.run(declared).isEmpty()
    }
}
