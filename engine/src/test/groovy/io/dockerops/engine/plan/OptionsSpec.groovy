package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.mount
import static io.dockerops.engine.plan.Declared.named
import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.ExecCheck
import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Mount
import io.dockerops.engine.model.Options
import io.dockerops.engine.model.Project
import io.dockerops.engine.model.Value
import io.dockerops.engine.plan.PlanRequest.Command
import io.dockerops.engine.port.ContainerStatus.State
import io.dockerops.engine.problem.ProblemException
import java.time.Duration
import spock.lang.Specification

/** What options change in plans. */
class OptionsSpec extends Specification {

    private static Options options(Closure<Options.Builder> said) {
        said.call(Options.builder()).build()
    }

    private static String text(World world, Project project, Command command, Options options = Options.NONE,
                               List<String> targets = null) {
        def request = new PlanRequest(command, Optional.ofNullable(targets).map { Targets.resolve(project, it) }, options)
        PlanText.of(world.run(project, request), false).stripTrailing()
    }

    private static List<String> problems(Project project, PlanRequest request) {
        try {
            World.with(project).run(project, request)
            return []
        } catch (ProblemException e) {
            return e.problems()*.summary()
        }
    }

    def "a persistent container is not replaced unless that is asked for, and the plan says so"() {
        given:
        def world = World.with(project(service('db', image: '/db', persistent: true, env: [A: 'a'])))
        def changed = project(service('db', image: '/db', persistent: true, env: [A: 'b'], memory: 64000000))

        when:
        def plan = world.run(changed, PlanRequest.of(Command.UPDATE))

        then:
        PlanText.of(plan, true).stripTrailing() == '''\
            [] -> #1 local instance:db UpdateContainer, changed
                  HostConfig.Memory: (none) -> 64000000 (changed in the project)'''.stripIndent()
        plan.warnings()*.summary() == ['`db` is persistent and is not replaced, although `Env.A` differs']
        plan.warnings()[0].hints() == ['replace it with `dockerops update --update-persistent db`']

        when:
        plan = world.run(changed, PlanRequest.of(Command.UPDATE).withOptions(options { it.updatePersistent(true) }))

        then:
        plan.graph().get(1).action() instanceof Action.CreateContainer
        plan.warnings().isEmpty()
    }

    def "a limit that is gone from the project stays when it is to"() {
        given:
        def world = World.with(project(service('app', image: '/app', memory: 64000000)))
        def without = project(service('app', image: '/app'))

        expect:
        text(world, without, Command.UPDATE).startsWith('[] -> #1 local instance:app CreateContainer, changed')
        text(world, without, Command.UPDATE, options { it.skipLimitReset(true) }) == ''
    }

    def "only what is named is replaced by force"() {
        given:
        def declared = project(service('db', image: '/db'), service('app', image: '/app', links: ['db']))
        def world = World.with(declared)

        expect:
        text(world, declared, Command.UPDATE, options { it.forceUpdate(['app']) }).readLines()
            .every { it.contains('instance:app') }
    }

    def "exit codes after which a container is made anew can be chosen: #codes"() {
        given:
        def declared = project(service('app', image: '/app'))
        def world = World.with(declared)
        world.status('shop.app', State.EXITED, 126)

        expect:
        text(world, declared, Command.STARTUP, options { it.nonRecoverable(codes) }).readLines()[0] == first

        where:
        codes | first
        [126] | '[] -> #1 local instance:app CreateContainer, ended with exit code 126'
        [-130] | '[] -> #1 local instance:app CreateContainer, ended with exit code 126'
        [127] | '[] -> #1 local instance:app StartContainer, not running'
    }

    def "an owner whose attached volume is gone is made anew at a startup, and so is who uses it"() {
        given:
        def declared = project(volumes: [named('sock', '/sock')],
            service('app', image: '/app', mounts: [mount('sock', Mount.Role.ATTACHED)]),
            service('web', image: '/app', mounts: [mount('sock', Mount.Role.USED)]))
        def world = World.with(declared)
        world.volumes.clear()

        expect:
        text(world, declared, Command.STARTUP).readLines()[0..1] == [
            '[] -> #1 local volume:sock CreateVolume, missing',
            '[1] -> #2 local instance:app CreateContainer, attached volume missing']
        world.apply(world.run(declared, PlanRequest.of(Command.STARTUP))).run(declared).isEmpty()
    }

    def "attached volumes go with their owners when they are to, and only when nobody keeps them: #targets"() {
        given:
        def declared = project(volumes: [named('sock', '/sock'), named('data', '/data')],
            service('app', image: '/app', mounts: [mount('sock', Mount.Role.ATTACHED), mount('data')]),
            service('web', image: '/app', mounts: [mount('sock', Mount.Role.USED)]),
            service('else', image: '/app', mounts: [mount('sock')]))
        def world = World.with(declared)
        def plan = world.run(declared, new PlanRequest(Command.SHUTDOWN,
            Optional.ofNullable(targets).map { Targets.resolve(declared, it) }, options { it.removeAttached(true) }))

        expect:
        plan.graph().actions()*.action().findAll { it instanceof Action.RemoveVolume }*.name() == gone
        plan.losesData() == !gone.empty

        where:
        targets       | gone
        null          | ['shop.sock']
        ['app']       | []
    }

    def "persistent containers are kept when they are to: #command"() {
        given:
        def declared = project(service('db', image: '/db', persistent: true), service('app', image: '/app'))
        def world = World.with(declared)
        if (command == Command.REMOVE) {
            world.containers.keySet().toList().each { world.status(it, State.EXITED) }
        }

        expect:
        world.apply(world.run(declared, PlanRequest.of(command).withOptions(said))).containers.keySet().toList() == left

        where:
        command          | said                                    | left
        Command.SHUTDOWN | Options.NONE                            | []
        Command.SHUTDOWN | options { it.removePersistent(false) }  | ['shop.db']
        Command.REMOVE   | options { it.removePersistent(false) }  | ['shop.db']
        Command.CLEAN    | Options.NONE                            | ['shop.db']
        Command.CLEAN    | options { it.removePersistent(true) }   | []
        Command.CLEAN    | options { it.removeVolumes(true) }      | []
    }

    def "a removal leaves what runs alone and says so"() {
        given:
        def declared = project(service('app', image: '/app'))

        when:
        def plan = World.with(declared).run(declared, PlanRequest.of(Command.REMOVE))

        then:
        plan.isEmpty()
        plan.warnings()*.summary() == ['`app` runs and is not removed']
    }

    def "a restart runs the commands of every start only when it is to"() {
        given:
        def declared = project(service('app', image: '/app', exec: [[command: ['warm']], [command: ['init'], once: true]]))
        def world = World.with(declared)

        expect:
        !text(world, declared, Command.RESTART).contains('Exec')
        text(world, declared, Command.RESTART, options { it.restartExec(true) }).readLines()[-1] ==
            '[2] -> #3 local instance:app Exec warm, after start'
    }

    def "a pull can be about missing images only"() {
        given:
        def declared = project(service('a', image: '/a'), service('b', image: '/b'))
        def world = new World()
        world.image('a:latest', 'sha256:a', [:])

        expect:
        text(world, declared, Command.PULL, options { it.pullAllImages(false) }) ==
            '[] -> #1 local image:b:latest PullImage, pull requested'
    }

    def "what depends on a container waits until its start delay is over"() {
        given:
        def declared = project(service('db', image: '/db', startDelay: Duration.ofSeconds(3)),
            service('app', image: '/app', links: ['db']))
        def world = World.with(declared)
        world.containers.keySet().toList().each { world.status(it, State.EXITED) }

        expect:
        text(world, declared, Command.START) == '''\
            [] -> #1 local instance:db StartContainer, not running
            [1] -> #2 local instance:db AwaitSteady, start delay
            [2] -> #3 local instance:app StartContainer, not running'''.stripIndent()
    }

    def "arguments of a command go over options, which go over words, and lists are merged"() {
        given:
        def declared = project(service('app', image: '/app', memory: 64000000,
            attributes: ['HostConfig.Dns': Value.texts(['1.1.1.1'])],
            options: ['HostConfig.Dns': Value.texts(['2.2.2.2']), 'HostConfig.ShmSize': Value.whole(1), 'User': Value.text('a')]))
        def arguments = ['HostConfig.Dns': Value.texts(['3.3.3.3', '1.1.1.1']), 'User': Value.text('b'),
            'HostConfig.Memory': Value.whole(7)].collectEntries { path, value -> [FieldPath.parse(path), value] }

        when:
        def plan = new World().run(declared, PlanRequest.of(Command.CREATE)
            .withOptions(options { it.arguments(arguments) }))
        def fields = plan.graph().actions()*.action().find { it instanceof Action.CreateContainer }.specification()

        then:
        fields.get(FieldPath.parse('HostConfig.Dns')).get() == Value.texts(['1.1.1.1', '2.2.2.2', '3.3.3.3'])
        fields.get(FieldPath.parse('User')).get() == Value.text('b')
        fields.get(FieldPath.parse('HostConfig.ShmSize')).get() == Value.whole(1)
        fields.get(FieldPath.parse('HostConfig.Memory')).get() == Value.whole(7)
    }

    def "arguments are for the targets, not for what these depend on"() {
        given:
        def declared = project(service('db', image: '/db'), service('app', image: '/app', links: ['db']))
        def arguments = options { it.arguments([(FieldPath.parse('User')): Value.text('b')]) }

        expect:
        new World().run(declared, new PlanRequest(Command.CREATE, Optional.of(Targets.resolve(declared, ['app'])), arguments))
            .graph().actions()*.action().findAll { it instanceof Action.CreateContainer }
            .collectEntries { [it.instance().label(), it.specification().get(FieldPath.of('User')).isPresent()] } ==
            [db: false, app: true]
    }

    def "options of the project hold unless the request says otherwise"() {
        given:
        def declared = project(options: options { it.removePersistent(false).restartExec(true) },
            service('db', image: '/db', persistent: true))
        def world = World.with(declared)

        expect:
        !text(world, declared, Command.SHUTDOWN).contains('RemoveContainer')
        text(world, declared, Command.SHUTDOWN, options { it.removePersistent(true) }).contains('RemoveContainer')
    }

    def "options that contradict the command or each other are problems: #what"() {
        given:
        def declared = project(service('db', image: '/db'), service('app', image: '/app'))
        def request = new PlanRequest(command, Optional.ofNullable(targets).map { Targets.resolve(declared, it) }, said)

        expect:
        problems(declared, request) == expected

        where:
        what                 | command        | targets | said                                   | expected
        'force on a stop'    | Command.STOP   | null    | options { it.forceUpdate(['app']) }    | ['`forceUpdate` says nothing to `stop`']
        'signal on an update'| Command.UPDATE | null    | options { it.signal('HUP') }           | ['`signal` says nothing to `update`']
        'force of a stranger'| Command.UPDATE | ['app'] | options { it.forceUpdate(['db']) }     | ['`db` is to be replaced, and is not among what the command is about']
        'force of nothing'   | Command.UPDATE | null    | options { it.forceUpdate(['apq']) }    | ['there is no service, instance or group `apq` in project `shop`']
        'all but attached'   | Command.CLEAN  | null    | options { it.removeVolumes(true).removeAttached(false) } | ['attached volumes cannot be kept when all volumes of the project are removed']
        'all but persistent' | Command.CLEAN  | null    | options { it.removeVolumes(true).removePersistent(false) } | ['persistent containers cannot be kept when all volumes of the project are removed']
    }

    def "an update that pulls first has two steps"() {
        expect:
        PlanRequest.of(command).withOptions(said).steps(project(options: defaults))*.command() == steps

        where:
        command        | said                                   | defaults                               | steps
        Command.UPDATE | Options.NONE                           | Options.NONE                           | [Command.UPDATE]
        Command.UPDATE | options { it.pullBeforeUpdate(true) }  | Options.NONE                           | [Command.PULL, Command.UPDATE]
        Command.RUN    | Options.NONE                           | options { it.pullBeforeUpdate(true) }  | [Command.PULL, Command.RUN]
        Command.RUN    | options { it.pullBeforeUpdate(false) } | options { it.pullBeforeUpdate(true) }  | [Command.RUN]
        Command.STOP   | Options.NONE                           | options { it.pullBeforeUpdate(true) }  | [Command.STOP]
    }

    def "background commands are looked for in running containers: #check, #running"() {
        given:
        def declared = project(service('app', image: '/app', user: '7',
            exec: [[command: ['work', '--queue', 'a'], background: true], [command: ['warm']],
                   [command: ['own'], background: true, once: true]]))
        def world = World.with(declared)
        world.processes('shop.app', running)

        expect:
        text(world, declared, Command.UPDATE, options { it.checkExec(check) }) ==
            (missing ? '[] -> #1 local instance:app Exec work --queue a, command not running' : '')

        where:
        check             | running                       | missing
        ExecCheck.FULL    | ['work --queue a': '7']       | false
        ExecCheck.FULL    | ['work --queue a': '8']       | true
        ExecCheck.FULL    | ['sh work --queue a': '7']    | true
        ExecCheck.PARTIAL | ['sh work --queue a b': '7']  | false
        ExecCheck.PARTIAL | ['work': '7']                 | true
        ExecCheck.NONE    | [:]                           | false
    }
}
