package io.dockerops.engine

import io.dockerops.engine.docker.DockerHosts
import io.dockerops.engine.execute.ActionOutcome
import io.dockerops.engine.execute.Cancellation
import io.dockerops.engine.execute.RunListener
import io.dockerops.engine.model.Origins
import io.dockerops.engine.model.Options
import io.dockerops.engine.model.Project
import io.dockerops.engine.plan.PlanRequest
import io.dockerops.engine.plan.PlanRequest.Command
import io.dockerops.engine.plan.PlanText
import io.dockerops.engine.port.BusyBoxTar
import io.dockerops.engine.port.ImageSources
import java.nio.file.Path
import spock.lang.Specification

/** The same on a real engine, which adds its own to everything that it makes. */
class EmptySecondPlanIT extends Specification {

    private static final Options ALL = Options.builder().removeVolumes(true).build()
    private static final String IMAGE = 'dockerops-empty-second-plan'

    def raw = RawEngine.ofTests()
    Project last

    def setup() {
        raw.importImage(IMAGE, BusyBoxTar.bytes())
    }

    def cleanup() {
        if (last != null) {
            perform(last, Command.CLEAN, ALL)
        }
        raw.removeImage(IMAGE)
    }

    private <T> T using(Closure<T> use) {
        def hosts = new DockerHosts(System.getenv(), Path.of(System.getProperty('user.home')), [DockerHosts.systemSocket()])
        try (def engine = new Engine(hosts, Stub(ImageSources), { Optional.empty() })) {
            use.call(engine)
        }
    }

    private String plan(Project project, Command command) {
        using { Engine it -> PlanText.of(it.plan(project, Origins.NONE, it.observe(project), PlanRequest.of(command)), true) }
    }

    private boolean perform(Project project, Command command, Options options = Options.NONE) {
        last = project
        using { Engine it ->
            def plan = it.plan(project, Origins.NONE, it.observe(project), PlanRequest.of(command).withOptions(options))
            def report = it.execute(plan, RunListener.SILENT, new Cancellation())
            assert report.outcomes().findAll { it instanceof ActionOutcome.Failed }*.cause()*.message == []
            report.succeeded()
        }
    }

    def "a random project that has been run needs nothing, #where"() {
        given:
        def projects = new RandomProjects(seed, "$IMAGE:1", 28100, !(Command.CREATE in commands))

        expect:
        4.times {
            def project = projects.next()
            inPlace || perform(project, Command.CLEAN, ALL)
            commands.each { assert perform(project, it) }
            [Command.CREATE, Command.START, Command.STARTUP, Command.UPDATE, Command.RUN].each {
                assert plan(project, it) == '': project
            }
        }

        where:
        seed | inPlace | commands
        11   | true    | [Command.RUN]
        12   | false   | [Command.CREATE, Command.START, Command.RUN]
        13   | false   | [Command.STARTUP, Command.UPDATE, Command.RUN]

        where = inPlace ? 'in the place of another one' : 'on its own'
    }
}
