package io.dockerops.cli.print

import io.dockerops.engine.execute.ActionOutcome.Cancelled
import io.dockerops.engine.execute.ActionOutcome.Done
import io.dockerops.engine.execute.ActionOutcome.Failed
import io.dockerops.engine.execute.ActionOutcome.NotNeeded
import io.dockerops.engine.execute.ActionOutcome.SkippedBecauseOf
import io.dockerops.engine.execute.RunReport
import io.dockerops.engine.port.EngineRefused
import java.time.Duration
import spock.lang.Specification

class FailureReportSpec extends Specification {

    private static final Done DONE = new Done(Duration.ofMillis(10))
    private static final Failed REFUSED =
        new Failed(new EngineRefused(500, 'no space left'), [], Optional.empty(), Duration.ofMillis(400))

    def "the last line tells how a run ended: #text"() {
        given:
        def plan = new Plans().create('web').start('web', [1]).create('db').start('db', [3]).startAgain('db', [4]).plan()

        expect:
        FailureReport.summary(new RunReport(plan, outcomes, cancelled, Duration.ofMillis(3400))).toString() == text

        where:
        outcomes                                                    | cancelled || text
        [DONE, DONE, DONE, DONE, new NotNeeded()]                   | false     || 'Done in 3.4 s: 2 created.'
        [DONE, REFUSED, DONE, DONE, new NotNeeded()]                | false     || 'Failed after 3.4 s: 3 of 4 actions done, 1 failed.'
        [REFUSED, new SkippedBecauseOf(1), DONE, DONE, new NotNeeded()] | false || 'Failed after 3.4 s: 2 of 4 actions done, 1 failed, 1 skipped.'
        [DONE, DONE, DONE, new Cancelled(), new Cancelled()]        | true      || 'Ended by Ctrl-C after 3.4 s: 3 of 5 actions done, 2 not begun or broken off.'
        [DONE, REFUSED, DONE, new Cancelled(), new NotNeeded()]     | true      || 'Ended by Ctrl-C after 3.4 s: 2 of 4 actions done, 1 failed, 1 not begun or broken off.'
    }

    def "what was skipped is named, and counted when it is much"() {
        given:
        def plans = new Plans().network('n')
        12.times { plans.create("s$it", [1]) }
        def report = new RunReport(plans.plan(), [REFUSED] + [new SkippedBecauseOf(1)] * 12, false, Duration.ZERO)

        expect:
        text(report).contains('= skipped because of it: creating s0, creating s1, creating s2, creating s3, creating s4,' +
            ' creating s5, creating s6, creating s7 and 4 more\n')
    }

    def "an element of another host is told with its host"() {
        given:
        def plan = new Plans().create('web', [], new io.dockerops.engine.model.HostId('edge')).plan()

        expect:
        text(new RunReport(plan, [REFUSED], false, Duration.ZERO))
            .startsWith('error: web on edge: creating failed after 0.4 s (#1 CreateContainer)\n')
    }

    def "a run without failures has no report"() {
        expect:
        text(new RunReport(new Plans().network('n').plan(), [DONE], false, Duration.ZERO)) == ''
    }

    private static String text(RunReport report) {
        def empty = new io.dockerops.engine.model.Project('shop', Optional.empty(), Optional.empty(), Optional.empty(),
            [], [], [], [], [], Optional.empty())
        new FailureReport(report, empty, io.dockerops.engine.model.Origins.NONE, new ProblemPrinter(java.nio.file.Path.of('.')))
            .text(io.dockerops.cli.terminal.Style.PLAIN)
    }
}
