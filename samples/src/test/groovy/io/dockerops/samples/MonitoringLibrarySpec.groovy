package io.dockerops.samples

import io.dockerops.dsl.LoadedProject
import io.dockerops.dsl.ProjectScripts
import io.dockerops.engine.model.EnvValue
import io.dockerops.engine.model.Instance
import io.dockerops.engine.problem.Problem
import io.dockerops.engine.problem.ProblemException
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The library of the sample, tested by projects that use it: no engine is needed. */
class MonitoringLibrarySpec extends Specification {

    private static final Path LIBRARY = Path.of('library/libs/monitoring').toAbsolutePath()

    @Shared
    ProjectScripts scripts = ProjectScripts.uncached()

    @TempDir
    Path folder

    private LoadedProject load(String script) {
        def name = folder.relativize(LIBRARY)
        scripts.load(Files.writeString(folder.resolve('project.groovy'), "project 'p'; library '$name'\n$script"), [:])
    }

    private List<Problem> problems(String script) {
        try {
            load(script)
        } catch (ProblemException e) {
            return e.problems()
        }
        throw new AssertionError((Object) 'nothing is wrong')
    }

    private static Instance instance(LoadedProject loaded, String name) {
        loaded.project().instances().find { it.id().toString() == name }
    }

    def "a monitored service tells the collector where its metrics are: #words"() {
        expect:
        instance(load("service('web') { $words }"), 'web').settings().labels() == labels

        where:
        words                                || labels
        'monitored'                          || ['metrics.path': '/metrics', 'metrics.port': '9100'] as TreeMap
        'monitored port: 80, path: "/state"' || ['metrics.path': '/state', 'metrics.port': '80'] as TreeMap
    }

    def "an instance goes over its service"() {
        expect:
        instance(load("service('web') { monitored(); instance('one') { monitored port: 80 } }"), 'web.one')
            .settings().labels()['metrics.port'] == '80'
    }

    def "a collector keeps what it is told to: #words"() {
        expect:
        instance(load(words), 'metrics').settings().environment().RETENTION == new EnvValue.Literal(kept)

        where:
        words                                        || kept
        "collector 'metrics'"                        || '15d'
        "collector('metrics') { retention 36.hours }" || '36h'
    }

    def "the handle of a collector can be linked to"() {
        expect:
        instance(load("def c = collector('metrics')\nservice('web') { link c }"), 'web').settings().links()*.target()*.toString() == ['metrics']
    }

    def "what is wrong is told at the line of the project: #script"() {
        given:
        def problem = problems(script)[0]

        expect:
        problem.summary() == summary
        problem.place().get().toString() == "${folder.resolve('project.groovy')}:2:$column"

        where:
        script                                                 | column || summary
        "service('web') { monitored prt: 80 }"                 | 28     || '`monitored` takes no `prt:`'
        "service('web') { monitored port: 'http' }"            | 34     || '`port:` of `monitored` takes a whole number, not text'
        "service('web') { monitored port: 80800 }"             | 18     || 'there is no port 80800: ports go from 1 to 65535'
        "service('web') { monitred() }"                        | 18     || 'there is no word `monitred` in a service block'
        "monitored port: 80"                                   | 1      || 'the word `monitored` belongs into a service or an instance block'
        "collector('metrics') { retntion 1.hours }"            | 24     || 'there is no word `retntion` in a collector block'
        "collector('metrics') { retention 20.minutes }"        | 24     || 'metrics are kept for an hour at least, not for 1200s'
    }
}
