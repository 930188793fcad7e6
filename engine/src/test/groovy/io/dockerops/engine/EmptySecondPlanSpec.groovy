package io.dockerops.engine

import io.dockerops.engine.execute.Cancellation
import io.dockerops.engine.execute.ExecutorSettings
import io.dockerops.engine.execute.RunListener
import io.dockerops.engine.fake.FakeHosts
import io.dockerops.engine.fake.FakeProgram
import io.dockerops.engine.model.Origins
import io.dockerops.engine.plan.PlanRequest
import io.dockerops.engine.plan.PlanRequest.Command
import io.dockerops.engine.plan.PlanText
import io.dockerops.engine.port.ImageSources
import java.time.Duration
import spock.lang.Specification

/** Whatever a project says, when it has run there is nothing left to do. */
class EmptySecondPlanSpec extends Specification {

    private static final ExecutorSettings QUICK =
        ExecutorSettings.DEFAULTS.withSettle(Duration.ZERO).withRetry(2, Duration.ofMillis(1))

    private static FakeHosts hosts() {
        def hosts = new FakeHosts()
        hosts.local().addImage('busybox:latest')
        hosts.local().processes().runCommand(RandomProjects.ENDS, FakeProgram.exits(0))
        hosts
    }

    def "a project that has been run needs nothing, by whatever commands: #commands"() {
        given:
        def projects = new RandomProjects(seed, 'busybox:latest', 20000, !(Command.CREATE in commands))

        expect:
        40.times {
            def project = projects.next()
            try (def engine = new Engine(hosts(), Stub(ImageSources), { Optional.empty() }, QUICK)) {
                commands.each { command ->
                    def plan = engine.plan(project, Origins.NONE, engine.observe(project), PlanRequest.of(command))
                    def report = engine.execute(plan, RunListener.SILENT, new Cancellation())
                    assert report.succeeded(): "$it $project"
                }
                Command.values().findAll { it in [Command.CREATE, Command.START, Command.STARTUP, Command.UPDATE, Command.RUN] }.each {
                    def plan = engine.plan(project, Origins.NONE, engine.observe(project), PlanRequest.of(it))
                    assert PlanText.of(plan, true) == '': project
                }
            }
        }

        where:
        seed | commands
        1    | [Command.RUN]
        2    | [Command.CREATE, Command.START, Command.RUN]
        3    | [Command.STARTUP, Command.RUN]
        4    | [Command.CREATE, Command.STARTUP, Command.RESTART, Command.RUN]
        5    | [Command.RUN, Command.STOP, Command.STARTUP, Command.UPDATE, Command.RUN]
        6    | [Command.RUN, Command.SHUTDOWN, Command.STARTUP, Command.RUN]
    }
}
