package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.FieldPath
import io.dockerops.engine.model.Project
import io.dockerops.engine.model.Value
import io.dockerops.engine.plan.PlanRequest.Command
import io.dockerops.engine.port.ContainerStatus.State
import spock.lang.Specification

/** What each command does with a container in each state: the table of the manual, row by row. */
class ActionTableSpec extends Specification {

    static final List<Command> COLUMNS = [Command.CREATE, Command.START, Command.STARTUP, Command.UPDATE, Command.RESTART,
        Command.STOP, Command.REMOVE, Command.SHUTDOWN, Command.SIGNAL, Command.WAIT]

    static final Map WARM = [exec: [[command: ['warm']]]]

    static Project declared(Map more = [:]) {
        project(networks: [Declared.network('net')],
            service([image: '/app', memory: 64000000, networks: ['net']] + WARM + more, 'app'))
    }

    /** The calls in their order, without the renaming and the way back of a replacement. */
    static String steps(World world, Project project, Command command) {
        def plan = world.run(project, PlanRequest.of(command))
        plan.graph().actions().findAll { it.trigger() == PlannedAction.Trigger.ALL_DONE }.collect {
            def verb = it.action().verb().replaceAll(/Container$/, '').toLowerCase()
            it.cause() instanceof Cause.ReplacementFailed || it.action() instanceof Action.RenameContainer ? null
                : it.action() instanceof Action.AwaitSteady ? null : verb
        }.findAll().join(' ')
    }

    /** A world in which the project runs, brought into a state. */
    static World world(Project project, Closure state) {
        def world = World.with(project)
        state.call(world)
        world
    }

    private static void drop(World world) {
        world.containers.clear()
    }

    def "#state: #command"() {
        given:
        def was = declared(persistent ? [persistent: true] : [:])
        def wanted = declared((persistent ? [persistent: true] : [:]) + changed)
        def world = world(was, into)

        expect:
        steps(world, wanted, command) == expected

        where:
        [state, persistent, changed, into, command, expected] << ROWS.collectMany { row ->
            [COLUMNS, row.drop(4)].transpose().collect { column, expected -> row.take(4) + [column, expected] }
        }
    }

    static final String NEW = 'create start exec'
    static final String OVER = 'create stop start exec remove'
    static final String ANEW = 'create start exec remove'

    static final List<List> ROWS = [
        // state, persistent, change of the project, way into the state, and then one column per command
        ['absent', false, [:], { World w -> drop(w) },
            'create', '', NEW, NEW, '', '', '', '', '', ''],
        ['created', false, [:], { World w -> w.created('shop.app') },
            '', 'start exec', 'start exec', 'start exec', '', '', 'remove', 'remove', '', ''],
        ['exited', false, [:], { World w -> w.status('shop.app', State.EXITED, 1) },
            '', 'start exec', 'start exec', 'start exec', 'start', '', 'remove', 'remove', '', 'awaitexit'],
        ['exited beyond recovery', false, [:], { World w -> w.status('shop.app', State.EXITED, 255) },
            '', 'start exec', ANEW, ANEW, 'start', '', 'remove', 'remove', '', 'awaitexit'],
        ['restarting', false, [:], { World w -> w.restarting('shop.app') },
            '', '', '', '', 'stop start', 'stop', '', 'stop remove', '', 'awaitexit'],
        ['running', false, [:], { },
            '', '', '', '', 'stop start', 'stop', '', 'stop remove', 'signal', 'awaitexit'],
        ['created, persistent', true, [:], { World w -> w.created('shop.app') },
            '', 'start exec', 'start exec', 'start exec', '', '', 'remove', 'remove', '', ''],
        ['exited, persistent', true, [:], { World w -> w.status('shop.app', State.EXITED, 255) },
            '', '', '', '', 'start', '', 'remove', 'remove', '', 'awaitexit'],
        ['running, persistent', true, [:], { },
            '', '', '', '', 'stop start', 'stop', '', 'stop remove', 'signal', 'awaitexit'],
        ['running, persistent, changed', true, [env: [A: 'a']], { },
            '', '', '', '', 'stop start', 'stop', '', 'stop remove', 'signal', 'awaitexit'],
        ['running, changed', false, [env: [A: 'a']], { },
            '', '', '', OVER, 'stop start', 'stop', '', 'stop remove', 'signal', 'awaitexit'],
        ['exited, changed', false, [env: [A: 'a']], { World w -> w.status('shop.app', State.EXITED, 0) },
            '', 'start exec', 'start exec', ANEW, 'start', '', 'remove', 'remove', '', 'awaitexit'],
        ['restarting, changed', false, [env: [A: 'a']], { World w -> w.restarting('shop.app') },
            '', '', '', OVER, 'stop start', 'stop', '', 'stop remove', '', 'awaitexit'],
        ['running, other limits', false, [memory: 128000000], { },
            '', '', '', 'update', 'stop start', 'stop', '', 'stop remove', 'signal', 'awaitexit'],
        ['running, without its network', false, [:], { World w -> w.change('shop.app') { fields ->
                fields.keySet().removeIf { it.first() == 'Networks' } } },
            '', '', '', 'connectnetwork', 'stop start', 'stop', '', 'stop remove', 'signal', 'awaitexit'],
        ['running, other endpoint', false, [:], { World w -> w.change('shop.app') { fields ->
                fields[FieldPath.of('Networks', 'shop.net', 'Aliases')] = Value.texts(['other']) } },
            '', '', '', 'disconnectnetwork connectnetwork', 'stop start', 'stop', '', 'stop remove', 'signal', 'awaitexit'],
        ['running, in one network more', false, [:], { World w -> w.change('shop.app') { fields ->
                fields[FieldPath.of('Networks', 'else', 'NetworkID')] = Value.text('id') } },
            '', '', '', 'disconnectnetwork', 'stop start', 'stop', '', 'stop remove', 'signal', 'awaitexit'],
        ['running, in a network that is gone', false, [:], { World w -> w.change('shop.app') { fields ->
                fields[FieldPath.of('Networks', 'shop.net', 'NetworkID')] = Value.text('before') } },
            'disconnectnetwork connectnetwork', '', 'disconnectnetwork connectnetwork', 'disconnectnetwork connectnetwork',
            'stop start', 'stop', '', 'stop remove', 'signal', 'awaitexit'],
    ]
}
