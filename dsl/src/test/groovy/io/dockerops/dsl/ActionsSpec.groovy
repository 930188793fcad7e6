package io.dockerops.dsl

import io.dockerops.engine.model.ActionId
import io.dockerops.engine.model.CustomAction
import io.dockerops.engine.model.CustomAction.Stage
import io.dockerops.engine.model.CustomAction.Step
import io.dockerops.engine.model.ExecCommand
import io.dockerops.engine.model.Script
import io.dockerops.engine.model.Selector
import java.nio.file.Files
import java.time.Duration

/** Actions of a project: what their words build. */
class ActionsSpec extends LanguageSpecification {

    private static final String SERVICES = '''\
        project 'shop'
        def db = service 'db', image: 'postgres:17'
        def app = service('app') { image 'app'; instances 'one', 'two' }
        '''.stripIndent()

    private CustomAction action(String block) {
        load("$SERVICES\naction('a') {\n$block\n}").actions().find { it.id() == new ActionId('a') }
    }

    private static Step step(int number, String target, CustomAction.Task task) {
        new Step(number, Selector.parse(target), task)
    }

    private static CustomAction.Exec exec(List<String> words, String user = null) {
        new CustomAction.Exec(new ExecCommand(words, Optional.ofNullable(user), false))
    }

    def "#line is a step"() {
        expect:
        action(line).stages() == [new Stage(steps)]

        where:
        line                                          | steps
        "exec db, 'pg_dump shop'"                     | [step(1, 'db', exec(['pg_dump', 'shop']))]
        "exec 'db', 'pg_dump', 'a b'"                 | [step(1, 'db', exec(['pg_dump', 'a b']))]
        "exec db, 'pg_dump shop', user: 'postgres'"   | [step(1, 'db', exec(['pg_dump', 'shop'], 'postgres'))]
        "exec 'db', 'pg_dump shop', user: 'postgres'" | [step(1, 'db', exec(['pg_dump', 'shop'], 'postgres'))]
        "script 'db', 'tidy', at: '/t'"               | [step(1, 'db', new CustomAction.RunScript(new Script(Optional.empty(), Optional.empty(), ['tidy'], '/t', Optional.empty(), Script.Output.ALL, false, false, false)))]
        "start db"                                    | [step(1, 'db', new CustomAction.Start())]
        "stop db, app['one']"                         | [step(1, 'db', new CustomAction.Stop(Optional.empty())), step(2, 'app.one', new CustomAction.Stop(Optional.empty()))]
        "stop 'db', timeout: 5.seconds"               | [step(1, 'db', new CustomAction.Stop(Optional.of(Duration.ofSeconds(5))))]
        "restart app"                                 | [step(1, 'app', new CustomAction.Restart(Optional.empty()))]
        "signal 'app.one', 'HUP'"                     | [step(1, 'app.one', new CustomAction.Signal('SIGHUP'))]
        "script db, 'tidy -x'"                        | [step(1, 'db', new CustomAction.RunScript(Script.of(['tidy', '-x'])))]
    }

    def "a script gets files, relative to the file that names them"() {
        given:
        Files.createDirectories(folder.resolve('tasks'))
        Files.writeString(folder.resolve('tasks/a.sh'), '')

        when:
        def steps = action('''\
            script db, file: 'tasks/a.sh'
            script db, 'restore {script_path}', file: 'tasks', at: '/t', entrypoint: 'sh', timeout: 2.minutes, copy: true
            ''').steps()

        then:
        steps[0].task().script().files().get() == new Script.Files(folder.resolve('tasks'), Optional.of('a.sh'))
        steps[1].task().script() == new Script(Optional.of(new Script.Files(folder.resolve('tasks'), Optional.empty())),
            Optional.of('sh'), ['restore', '{script_path}'], '/t', Optional.of(Duration.ofMinutes(2)), Script.Output.ALL,
            false, false, true)
    }

    def "steps follow each other, stand side by side, or follow in any case"() {
        when:
        def action = action('''\
            stop app
            together {
                exec db, 'one'
                restart app
            }
            exec db, 'two'
            afterwards {
                start app
                exec db, 'three'
            }
            ''')

        then:
        action.stages().collect { it.steps()*.number() } == [[1], [2, 3], [4]]
        action.afterwards().collect { it.steps()*.number() } == [[5], [6]]
    }

    def "an action has a description, and needs others by handle or name, declared before or after"() {
        when:
        def loaded = load(SERVICES + '''\
            def check = action('check', 'Looks') { exec db, 'true' }
            action('all') { needs check, 'later' }
            action('later') { exec db, 'true' }
            ''')

        then:
        loaded.actions()*.id()*.name() == ['check', 'all', 'later']
        loaded.actions()*.description() == ['Looks', '', '']
        loaded.actions()[1].needs()*.name() == ['check', 'later']
    }

    def "each step knows its line"() {
        given:
        def loaded = load("${SERVICES}action('a') {\n    exec db, 'one'\n    together {\n        restart app\n    }\n}\n")

        expect:
        loaded.origins().of(new ActionId('a'), 'step', '1').get().line() == 5
        loaded.origins().of(new ActionId('a'), 'step', '2').get().line() == 7
    }

    def "steps can be made by plain Groovy"() {
        expect:
        action("['one', 'two'].each { name -> exec db, 'dump', name }").steps()*.task()*.command()*.command() ==
            [['dump', 'one'], ['dump', 'two']]
    }
}
