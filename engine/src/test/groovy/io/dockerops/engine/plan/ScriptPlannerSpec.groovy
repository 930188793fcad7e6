package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.mount
import static io.dockerops.engine.plan.Declared.named
import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.CopiedFile
import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostAddress
import io.dockerops.engine.model.HostId
import io.dockerops.engine.model.Origins
import io.dockerops.engine.model.RestartPolicy
import io.dockerops.engine.model.Script
import io.dockerops.engine.model.Value
import io.dockerops.engine.port.ContainerStatus
import io.dockerops.engine.problem.ProblemException
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification

/** Plans of scripts: in a fresh container, upon what it depends on. */
class ScriptPlannerSpec extends Specification {

    private static final Script LS = Script.of(['ls', '-l'])

    def declared = project(
        service('db', image: '/pg', healthy: 'true'),
        service('tools', image: '/tools', links: ['db'], command: ['sleep', '9'], restart: RestartPolicy.Condition.ALWAYS,
            exec: [[command: ['prepare']]], instances: [one: [:], two: [:]]))
    def world = new World()

    private static Script script(Map said) {
        new Script(Optional.ofNullable(said.files), Optional.ofNullable(said.entrypoint), said.command ?: [],
            said.folder ?: Script.DEFAULT_FOLDER, Optional.ofNullable(said.timeout), said.output ?: Script.Output.ALL,
            said.replace ?: false, said.keep ?: false, said.copy ?: false)
    }

    private static Script.Files file(String folder, String name) {
        new Script.Files(Path.of(folder), Optional.ofNullable(name))
    }

    private Plan plan(Script script, List<String> targets = ['tools.one'], project = declared) {
        Planner.plan(project, Origins.NONE, world.state(), new ScriptRequest(Targets.resolve(project, targets), script, false))
    }

    private String text(Script script, List<String> targets = ['tools.one']) {
        PlanText.of(plan(script, targets), false).stripTrailing()
    }

    private Map<String, Value> fields(Script script, project = declared, String target = 'tools.one') {
        def create = plan(script, [target], project).graph().actions()*.action()
            .find { it instanceof Action.CreateContainer && it.instance().label() == target }
        create.specification().fields().collectEntries { path, value -> [path.toString(), value] }
    }

    def "a script runs upon all that its service depends on, and leaves nothing of its own"() {
        expect:
        text(LS) == '''\
            [] -> #1 local image:pg:latest PullImage, missing
            [] -> #2 local network:default CreateNetwork, missing
            [1, 2] -> #3 local instance:db CreateContainer, missing
            [3] -> #4 local instance:db StartContainer, missing
            [4] -> #5 local instance:db AwaitHealthy, needed by tools.one
            [] -> #6 local image:tools:latest PullImage, missing
            [2, 6] -> #7 local instance:tools.one CreateContainer, requested
            [5, 7] -> #8 local instance:tools.one StartContainer, requested
            [8] -> #9 local instance:tools.one AwaitEnd, requested
            [9] -> #10 local instance:tools.one ReadOutput, requested
            [10] -*> #11 local instance:tools.one RemoveContainer, has ended'''.stripIndent()
    }

    def "what a script depends on and runs is left alone"() {
        given:
        world.apply(world.run(declared, PlanRequest.of(PlanRequest.Command.RUN).withTargets(Targets.resolve(declared, ['db']))))
        world.image('tools:latest', 'sha256:tools', [:])

        expect:
        text(LS) == '''\
            [] -> #1 local instance:tools.one CreateContainer, requested
            [1] -> #2 local instance:tools.one StartContainer, requested
            [2] -> #3 local instance:tools.one AwaitEnd, requested
            [3] -> #4 local instance:tools.one ReadOutput, requested
            [4] -*> #5 local instance:tools.one RemoveContainer, has ended'''.stripIndent()
    }

    def "what a script depends on is not replaced, even when it is no longer as declared"() {
        given:
        world.apply(world.run(declared, PlanRequest.of(PlanRequest.Command.RUN).withTargets(Targets.resolve(declared, ['db']))))
        def changed = project(service('db', image: '/pg:2'), service('tools', image: '/tools', links: ['db']))

        expect:
        !plan(LS, ['tools'], changed).graph().actions()*.action().any { it.subject().label() == 'db' }
    }

    def "a kept container is not removed"() {
        expect:
        !plan(script(command: ['ls'], keep: true)).graph().actions().any { it.action() instanceof Action.RemoveContainer }
    }

    def "an instance that has a container is refused"() {
        given:
        world.apply(world.run(declared))
        world.status('shop.tools.one', ContainerStatus.State.EXITED, 2)

        when:
        plan(LS, ['tools'])

        then:
        def e = thrown(ProblemException)
        e.problems()*.summary() == [
            '`tools.one` has a container already, and a script runs in a fresh one: `shop.tools.one` is exited',
            '`tools.two` has a container already, and a script runs in a fresh one: `shop.tools.two` is running']
        e.problems()[0].hints() == ['`--replace` removes it first, and `--beside` runs the script in a container of its own']
    }

    def "a container that is there can be removed before"() {
        given:
        world.apply(world.run(declared))

        expect:
        text(script(command: ['ls'], replace: true)) == '''\
            [] -> #1 local instance:tools.one StopContainer, requested
            [1] -> #2 local instance:tools.one RemoveContainer, requested
            [2] -> #3 local instance:tools.one CreateContainer, requested
            [3] -> #4 local instance:tools.one StartContainer, requested
            [4] -> #5 local instance:tools.one AwaitEnd, requested
            [5] -> #6 local instance:tools.one ReadOutput, requested
            [6] -*> #7 local instance:tools.one RemoveContainer, has ended'''.stripIndent()
    }

    def "a script can run beside the container of its service, without its ports and names"() {
        given:
        def published = project(service('web', image: '/web', publish: [80: 8080]))
        world.apply(world.run(published))

        when:
        def plan = Planner.plan(published, Origins.NONE, world.state(),
            new ScriptRequest(Targets.resolve(published, ['web']), LS, true))

        then:
        PlanText.of(plan, false).readLines().collect { it.replaceAll(/.* instance:/, '') } == [
            'web-script CreateContainer, requested', 'web-script StartContainer, requested',
            'web-script AwaitEnd, requested', 'web-script ReadOutput, requested', 'web-script RemoveContainer, has ended']
        plan.graph().get(1).action().specification().below(FieldPath.of('HostConfig', 'PortBindings')).fields().isEmpty()
        plan.graph().get(1).action().specification().text('Hostname').get() == 'web-script'
    }

    def "a script on several instances does what they have in common once"() {
        when:
        def actions = plan(LS, ['tools']).graph().actions()*.action()

        then:
        actions.findAll { it instanceof Action.ReadOutput }*.instance()*.label() == ['tools.one', 'tools.two']
        actions.count { it instanceof Action.CreateNetwork } == 1
        actions.count { it instanceof Action.CreateContainer && it.instance().label() == 'db' } == 1
    }

    def "command and entrypoint: #what"() {
        given:
        def fields = fields(script(said))

        expect:
        fields['Entrypoint'] == (entrypoint == null ? null : Value.texts(entrypoint))
        fields['Cmd'] == (command == null ? null : Value.texts(command))

        where:
        what                                          | said                                                                                | entrypoint        | command
        'a command'                                   | [command: ['ls', '-l']]                                                             | null              | ['ls', '-l']
        'nothing: what the service runs'              | [:]                                                                                 | null              | ['sleep', '9']
        'an entrypoint takes the old arguments away'  | [entrypoint: '/bin/true']                                                           | ['/bin/true']     | null
        'an entrypoint and its arguments'             | [entrypoint: 'redis-cli', command: ['-s', '/x', 'flushdb']]                         | ['redis-cli']     | ['-s', '/x', 'flushdb']
        'a file is run by itself'                     | [files: file('/t', 'a.sh')]                                                         | null              | ['/tmp/script_run/a.sh']
        'a file for an entrypoint'                    | [files: file('/t', 'a.sh'), entrypoint: '/bin/bash']                                | ['/bin/bash']     | ['/tmp/script_run/a.sh']
        'the path of a file'                          | [files: file('/t', 'a.sh'), entrypoint: '/bin/bash', command: ['-c', '{script_path}']] | ['/bin/bash'] | ['-c', '/tmp/script_run/a.sh']
        'the path of a folder'                        | [files: file('/t', null), command: ['restore', '{script_path}/db.backup']]          | null              | ['restore', '/tmp/script_run/db.backup']
        'another folder'                              | [files: file('/t', 'a'), folder: '/job', command: ['x{script_path}{script_path}']]  | null              | ['x/job/a/job/a']
        'other braces stay'                           | [command: ['echo', '{a} {} ${b}']]                                                  | null              | ['echo', '{a} {} ${b}']
        'a folder alone: what the service runs'       | [files: file('/t', null)]                                                           | null              | ['sleep', '9']
    }

    def "the script's folder is bound into the container on this machine, writable"() {
        expect:
        fields(script(files: file('/tasks', 'a.sh')))['HostConfig.Binds./tmp/script_run'] == Value.text('/tasks:rw')
        !plan(script(files: file('/tasks', 'a.sh'))).graph().actions().any { it.action() instanceof Action.CopyFiles }
    }

    def "files are copied #when"() {
        given:
        def remote = project(hosts: [new Host(new HostId('edge'), address)], service('tools', image: '/tools', on: 'edge'))

        when:
        def plan = plan(script(files: file(folder, 'a.sh'), copy: copy), ['tools'], remote)
        def actions = plan.graph().actions()

        then:
        def copying = actions.find { it.action() instanceof Action.CopyFiles }
        copying.action() == new Action.CopyFiles(new HostId('edge'), copying.action().instance(), 'shop.tools',
            [new CopiedFile(new CopiedFile.OfDisk(Path.of(folder)), '/tmp/script_run', Optional.empty(), Optional.empty())],
            io.dockerops.engine.model.Specification.EMPTY)
        actions[copying.after()[0] - 1].action() instanceof Action.CreateContainer
        actions.find { it.action() instanceof Action.StartContainer }.after().contains(copying.number())
        !actions.find { it.action() instanceof Action.CreateContainer }.action().specification().get(
            FieldPath.of('HostConfig', 'Binds', '/tmp/script_run')).present

        where:
        when                                    | address                                                          | folder | copy
        'to another machine, by TCP'            | new HostAddress.Tcp('edge', 2376, Optional.empty())              | '/t'   | false
        'to another machine, by SSH'            | new HostAddress.Ssh(Optional.empty(), 'edge', Optional.empty())  | '/t'   | false
        'when asked for'                        | new HostAddress.Local()                                          | '/t'   | true
        'when a bind could not say their path'  | new HostAddress.Local()                                          | '/a:b' | false
    }

    def "a script runs once: without restart policy, and without the commands that follow a start"() {
        expect:
        !fields(LS).keySet().any { it.startsWith('HostConfig.RestartPolicy') }
        !plan(LS).graph().actions().any { it.action() instanceof Action.Exec }
    }

    def "options of the project do not go over what the script says, but over all else"() {
        given:
        def optioned = project(service('tools', image: '/tools',
            options: ['HostConfig.ShmSize': 64, 'HostConfig.RestartPolicy.MaximumRetryCount': 3]))

        expect:
        fields(LS, optioned, 'tools')['HostConfig.ShmSize'] == Value.whole(64)
        !fields(LS, optioned, 'tools').keySet().any { it.startsWith('HostConfig.RestartPolicy') }
    }

    def "a script has as long as #what"() {
        given:
        def limited = project(service('tools', image: '/tools'))

        expect:
        plan(script(command: ['x'], timeout: timeout), ['tools'], limited).graph().actions()*.action()
            .find { it instanceof Action.AwaitEnd }.within() == Optional.ofNullable(timeout)

        where:
        what                  | timeout
        'it is given'         | Duration.ofSeconds(5)
        'it takes, otherwise' | null
    }

    def "volumes that a script needs are made and prepared"() {
        given:
        def stored = project(volumes: [named('data', '/data')], service('tools', image: '/tools', user: '1000',
            mounts: [mount('data', io.dockerops.engine.model.Mount.Role.ATTACHED)]))

        when:
        def verbs = plan(LS, ['tools'], stored).graph().actions()*.action()*.verb()

        then:
        verbs.containsAll(['CreateVolume', 'PrepareVolume'])
        verbs.indexOf('PrepareVolume') < verbs.indexOf('StartContainer')
    }

    def "a command that names the script's path needs files"() {
        when:
        Script.of(['cat', '{script_path}/x'])

        then:
        def e = thrown(IllegalArgumentException)
        e.message == 'the command names `{script_path}`, and no file or folder is given'
    }
}
