package io.dockerops.engine.plan

import static io.dockerops.engine.plan.Declared.project
import static io.dockerops.engine.plan.Declared.service

import io.dockerops.engine.model.ActionId
import io.dockerops.engine.model.CustomAction
import io.dockerops.engine.model.CustomAction.Await
import io.dockerops.engine.model.CustomAction.Exec
import io.dockerops.engine.model.CustomAction.Restart
import io.dockerops.engine.model.CustomAction.RunScript
import io.dockerops.engine.model.CustomAction.Signal
import io.dockerops.engine.model.CustomAction.Stage
import io.dockerops.engine.model.CustomAction.Start
import io.dockerops.engine.model.CustomAction.Step
import io.dockerops.engine.model.CustomAction.Stop
import io.dockerops.engine.model.ExecCommand
import io.dockerops.engine.model.Origins
import io.dockerops.engine.model.Script
import io.dockerops.engine.model.Selector
import io.dockerops.engine.port.ContainerStatus
import io.dockerops.engine.problem.ProblemException
import io.dockerops.engine.problem.SourceRef
import java.nio.file.Path
import spock.lang.Specification

/** Plans of the actions that a project declares. */
class CustomActionPlannerSpec extends Specification {

    def declared = project(
        service('db', image: '/pg', healthy: 'true'),
        service('app', image: '/app', links: ['db'], publish: [80: 8080], instances: [one: [:], two: [:]]),
        service('job', image: '/app', oneShot: true))
    def world = World.with(declared)
    private int number
    private Origins origins = Origins.NONE

    private Step step(String target, CustomAction.Task task) {
        new Step(++number, Selector.parse(target), task)
    }

    private static Exec run(String... words) {
        new Exec(new ExecCommand(words.toList(), Optional.empty(), false))
    }

    private static Stop stop() {
        new Stop(Optional.empty())
    }

    private static CustomAction action(Map more = [:], String name, Stage... stages) {
        new CustomAction(new ActionId(name), '', (more.needs ?: []).collect { new ActionId(it) }, stages.toList(),
            more.afterwards ?: [])
    }

    private static Stage stage(Step... steps) {
        new Stage(steps.toList())
    }

    private Plan plan(String wanted, CustomAction... actions) {
        Planner.plan(declared, origins, world.state(), actions.toList(), new ActionId(wanted))
    }

    private String text(String wanted, CustomAction... actions) {
        PlanText.of(plan(wanted, actions), false).stripTrailing()
    }

    def "stages follow each other, and the steps of one stand side by side"() {
        expect:
        text('backup', action('backup',
            stage(step('app', stop())),
            stage(step('db', run('dump')), step('db', new Signal('SIGHUP'))))) == '''\
            [] -> #1 local instance:app.one StopContainer, step 1 of backup
            [] -> #2 local instance:app.two StopContainer, step 1 of backup
            [1, 2] -> #3 local instance:db Exec dump, step 2 of backup
            [1, 2] -> #4 local instance:db SignalContainer SIGHUP, step 3 of backup'''.stripIndent()
    }

    def "what follows in any case waits for everything, whatever becomes of it"() {
        expect:
        text('backup', action('backup', afterwards: [stage(step('app.one', new Start()))],
            stage(step('app.one', stop())), stage(step('db', run('dump'))))) == '''\
            [] -> #1 local instance:app.one StopContainer, step 2 of backup
            [1] -> #2 local instance:db Exec dump, step 3 of backup
            [1, 2] -*> #3 local instance:app.one StartContainer, step 1 of backup'''.stripIndent()
    }

    def "a step has nothing to do when it is done already: #what"() {
        given:
        world.status('shop.app.two', ContainerStatus.State.EXITED)

        expect:
        plan('a', action('a', stage(step(target, task)))).empty

        where:
        what                                  | target    | task
        'a start of what runs'                | 'app.one' | new Start()
        'a stop of what does not run'         | 'app.two' | new Stop(Optional.empty())
    }

    def "a step knows what the steps before it have done"() {
        expect:
        text('a', action('a', stage(step('app.one', stop())), stage(step('app.one', stop())), stage(step('app.one', new Start())),
            stage(step('app.one', run('check'))))) == '''\
            [] -> #1 local instance:app.one StopContainer, step 1 of a
            [1] -> #2 local instance:app.one StartContainer, step 3 of a
            [2] -> #3 local instance:app.one Exec check, step 4 of a'''.stripIndent()
    }

    def "a restart stops what runs, starts it, and waits until it is well"() {
        expect:
        text('a', action('a', stage(step('db', new Restart(Optional.empty()))), stage(step('job', new Start())))) == '''\
            [] -> #1 local instance:db StopContainer, step 1 of a
            [1] -> #2 local instance:db StartContainer, step 1 of a
            [2] -> #3 local instance:db AwaitHealthy, step 1 of a
            [1, 2, 3] -> #4 local instance:job StartContainer, step 2 of a
            [4] -> #5 local instance:job AwaitExit, step 2 of a'''.stripIndent()
    }

    def "a step can wait for health"() {
        expect:
        text('a', action('a', stage(step('db', new Await())))) == '[] -> #1 local instance:db AwaitHealthy, step 1 of a'
    }

    def "a script runs beside its service, without its ports and names"() {
        given:
        def script = new RunScript(Script.of(['tidy']))

        when:
        def plan = plan('tidy', action('tidy', stage(step('app.one', script)), stage(step('app.one', script))))

        then:
        PlanText.of(plan, false).stripTrailing() == '''\
            [] -> #1 local instance:app-one-tidy CreateContainer, step 1 of tidy
            [1] -> #2 local instance:app-one-tidy StartContainer, step 1 of tidy
            [2] -> #3 local instance:app-one-tidy AwaitEnd, step 1 of tidy
            [3] -> #4 local instance:app-one-tidy ReadOutput, step 1 of tidy
            [4] -*> #5 local instance:app-one-tidy RemoveContainer, has ended
            [4, 5] -> #6 local instance:app-one-tidy-2 CreateContainer, step 2 of tidy
            [6] -> #7 local instance:app-one-tidy-2 StartContainer, step 2 of tidy
            [7] -> #8 local instance:app-one-tidy-2 AwaitEnd, step 2 of tidy
            [8] -> #9 local instance:app-one-tidy-2 ReadOutput, step 2 of tidy
            [9] -*> #10 local instance:app-one-tidy-2 RemoveContainer, has ended'''.stripIndent()
        def fields = plan.graph().get(1).action().specification()
        fields.text('Image').get() == 'app:latest'
        fields.below(io.dockerops.engine.model.FieldPath.of('HostConfig', 'PortBindings')).fields().isEmpty()
        fields.text('Hostname').get() == 'app-one-tidy'
    }

    def "what a broken action left over is removed before its script runs again"() {
        given:
        def tidy = action('tidy', stage(step('job', new RunScript(Script.of(['tidy'])))))
        def broken = plan('tidy', tidy)
        world.apply(new Plan('shop', [], new ActionGraph(broken.graph().actions().take(2)), []))

        expect:
        text('tidy', tidy).readLines().take(3) == [
            '[] -> #1 local instance:job-tidy StopContainer, step 1 of tidy',
            '[1] -> #2 local instance:job-tidy RemoveContainer, step 1 of tidy',
            '[2] -> #3 local instance:job-tidy CreateContainer, step 1 of tidy']
    }

    def "an action performs those that it needs first, each once"() {
        expect:
        text('all',
            action('all', needs: ['left', 'right'], stage(step('db', run('all')))),
            action('left', needs: ['check'], stage(step('db', run('left')))),
            action('right', needs: ['check'], stage(step('db', run('right')))),
            action('check', stage(step('db', run('check')))),
            action('other', stage(step('db', run('other'))))) == '''\
            [] -> #1 local instance:db Exec check, step 4 of check
            [1] -> #2 local instance:db Exec left, step 2 of left
            [1] -> #3 local instance:db Exec right, step 3 of right
            [2, 3] -> #4 local instance:db Exec all, step 1 of all'''.stripIndent()
    }

    def "a script in what follows in any case follows in any case"() {
        when:
        def plan = plan('a', action('a', afterwards: [stage(step('job', new RunScript(Script.of(['tidy']))))],
            stage(step('db', run('dump')))))

        then:
        PlanText.of(plan, false).readLines()[1] ==
            '[1] -*> #2 local instance:job-a CreateContainer, step 1 of a'
    }

    def "what cannot be done is told with its line, all at once"() {
        given:
        world.status('shop.app.one', ContainerStatus.State.EXITED)
        world.containers.remove('shop.db')
        origins = new Origins([:], [(new Origins.Mention(new ActionId('a'), 'step', '2')): SourceRef.line(Path.of('/p.groovy'), 7)])

        when:
        plan('a', action('a', stage(step('app.one', run('x'))), stage(step('db', stop())), stage(step('app.one', new Signal('SIGHUP')))))

        then:
        def e = thrown(ProblemException)
        e.problems()*.summary() == [
            '`app.one` does not run, and this runs a command in it',
            '`db` has no container',
            '`app.one` does not run, and this sends it a signal']
        e.problems()[1].place().get().line() == 7
        e.problems()[1].hints() == ['`dockerops run db` makes it']
    }
}
