package io.dockerops.cli.print

import io.dockerops.cli.terminal.Style
import io.dockerops.engine.execute.ActionOutcome.Done
import io.dockerops.engine.execute.ActionOutcome.Failed
import io.dockerops.engine.execute.ActionOutcome.NotNeeded
import io.dockerops.engine.execute.RunReport
import io.dockerops.engine.plan.PlanText
import java.time.Duration
import spock.lang.Specification

class PlanPrinterSpec extends Specification {

    private static final Done DONE = new Done(Duration.ofMillis(10))

    def "without colours a plan is its text, byte for byte"() {
        given:
        def plan = new Plans().network('default').create('web', [1]).start('web', [2]).plan()

        expect:
        PlanPrinter.text(plan, Style.PLAIN) == PlanText.of(plan, true)
    }

    def "the summary counts elements, not actions: #name"() {
        expect:
        Tally.of(plans.plan()).planned() == text

        where:
        name                     | plans                                                             || text
        'nothing'                | new Plans()                                                       || '0 to create, 0 to change, 0 to remove'
        'created and started'    | new Plans().create('web').start('web', [1]).healthy('web', [2])   || '1 to create, 0 to change, 0 to remove'
        'two of one service'     | new Plans().create('web.one').create('web.two')                   || '2 to create, 0 to change, 0 to remove'
        'replaced'               | new Plans().create('web').stop('web').start('web').remove('web').startAgain('web', [1]) || '0 to create, 1 to replace, 0 to change, 0 to remove'
        'changed in place'       | new Plans().update('web')                                         || '0 to create, 1 to change, 0 to remove'
        'removed'                | new Plans().stop('web').remove('web', [1]).removeNetwork('n')     || '0 to create, 0 to change, 2 to remove'
        'started'                | new Plans().start('web').healthy('web', [1])                      || '0 to create, 0 to change, 0 to remove, 1 to start'
        'stopped'                | new Plans().stop('web')                                           || '0 to create, 0 to change, 0 to remove, 1 to stop'
        'restarted'              | new Plans().stop('web').start('web', [1])                         || '0 to create, 0 to change, 0 to remove, 1 to restart'
        'only the way back'      | new Plans().startAgain('web', [])                                 || '0 to create, 0 to change, 0 to remove'
    }

    def "what was done counts only elements that are wholly done"() {
        given:
        def plan = new Plans().network('n').create('web').start('web', [2]).create('db').startAgain('db', [4]).plan()
        def failed = new Failed(new IllegalStateException('x'), [], Optional.empty(), Duration.ZERO)

        expect:
        Tally.of(new RunReport(plan, [DONE, DONE, DONE, DONE, new NotNeeded()], false, Duration.ZERO)).done() == '3 created'
        Tally.of(new RunReport(plan, [DONE, DONE, failed, DONE, new NotNeeded()], false, Duration.ZERO)).done() == '2 created'
        Tally.of(new RunReport(new Plans().plan(), [], false, Duration.ZERO)).done() == 'nothing changed'
    }
}
