package io.dockerops.cli.print

import io.dockerops.cli.Golden
import io.dockerops.cli.print.Table.Cell
import io.dockerops.engine.execute.ActionOutcome.Cancelled
import io.dockerops.engine.execute.ActionOutcome.Done
import io.dockerops.engine.execute.ActionOutcome.Failed
import io.dockerops.engine.execute.ActionOutcome.NotNeeded
import io.dockerops.engine.execute.ActionOutcome.SkippedBecauseOf
import io.dockerops.engine.execute.RunEvent
import io.dockerops.engine.execute.RunReport
import io.dockerops.engine.json.Json
import io.dockerops.engine.plan.PlannedAction
import io.dockerops.engine.port.EngineRefused
import io.dockerops.engine.port.ProgressListener.Progress
import java.time.Duration
import spock.lang.Specification

/** Amounts, tables, endpoints, and events as lines and as JSON. */
class PrintingSpec extends Specification {

    private static final Failed REFUSED = new Failed(
        new EngineRefused(500, 'no space left'), ['last line'], Optional.of('free space'), Duration.ofMillis(400))

    def "#millis ms are `#text`"() {
        expect:
        Amounts.of(Duration.ofMillis(millis)) == text

        where:
        millis  || text
        0       || '0.00 s'
        47      || '0.04 s'
        99      || '0.09 s'
        100     || '0.1 s'
        1999    || '1.9 s'
        9999    || '9.9 s'
        10_000  || '10 s'
        59_999  || '59 s'
        60_000  || '1 min 0 s'
        125_000 || '2 min 5 s'
    }

    def "#bytes bytes are `#text`"() {
        expect:
        Amounts.bytes(bytes) == text

        where:
        bytes             || text
        0                 || '0 B'
        999               || '999 B'
        1000              || '1.0 kB'
        12_345_678        || '12.3 MB'
        999_999_999       || '999.9 MB'
        5_000_000_000_000 || '5.0 TB'
    }

    def "one is told from many"() {
        expect:
        Amounts.count(number, 'host') == text

        where:
        number || text
        0      || '0 hosts'
        1      || '1 host'
        2      || '2 hosts'
    }

    def "a table's columns are as wide as their widest cell, and empty ones are left out"() {
        given:
        def table = new Table('NAME', 'EMPTY', 'LAST')
        table.row([Cell.of('web.one'), Cell.of(''), Cell.of('x')])
        table.row([Cell.of('db'), Cell.of(''), Cell.of('')])

        expect:
        table.lines()*.toString() == ['NAME      LAST', 'web.one   x', 'db        '.trim()]
    }

    def "#published on host `edge` is #endpoint"() {
        expect:
        Endpoints.of(published, 'edge') == endpoint

        where:
        published                                    || endpoint
        ['0.0.0.0:8080->80/tcp', ':::8080->80/tcp']  || ['http://edge:8080']
        ['0.0.0.0:80->80/tcp', '[::]:80->80/tcp']    || ['http://edge:80']
        ['0.0.0.0:8443->443/tcp']                    || ['https://edge:8443']
        ['0.0.0.0:15432->5432/tcp']                  || ['edge:15432']
        ['0.0.0.0:53->53/udp']                       || ['edge:53/udp']
        ['127.0.0.1:8080->80/tcp']                   || ['http://localhost:8080']
        ['10.7.0.1:8080->80/tcp']                    || ['http://10.7.0.1:8080']
        ['80/tcp']                                   || []
        []                                           || []
    }

    private static PlannedAction onlyAction() {
        new Plans().start('web').plan().graph().get(1)
    }

    private static List<String> lines(List<RunEvent> events) {
        def lines = new ActionLines()
        events.collectMany { lines.of(it) }*.toString()
    }

    def "an action that has ended is a line: #outcome.class.simpleName"() {
        given:
        def plan = new Plans().create('web').start('web', [1]).plan()
        def action = plan.graph().get(2)

        expect:
        lines([new RunEvent.RunStarted(plan), new RunEvent.ActionStarted(action),
               new RunEvent.ActionEnded(action, outcome)]) == expected

        where:
        outcome                            || expected
        new Done(Duration.ofMillis(300))   || ['[1/2] local instance:web StartContainer … done in 0.3 s']
        REFUSED                            || ['[1/2] local instance:web StartContainer … failed after 0.4 s: no space left']
        new SkippedBecauseOf(1)            || ['[1/2] local instance:web StartContainer … skipped because of #1']
        new Cancelled()                    || ['[1/2] local instance:web StartContainer … cancelled']
        new NotNeeded()                    || []
    }

    def "counts are aligned"() {
        given:
        def plans = new Plans()
        10.times { plans.create("s$it") }
        def plan = plans.plan()

        expect:
        lines([new RunEvent.RunStarted(plan)] + plan.graph().actions().collect {
            new RunEvent.ActionEnded(it, new Done(Duration.ZERO))
        })*.take(7) == (1..9).collect { "[ $it/10]" } + ['[10/10]']
    }

    def "attempts, revocations and cancellation are lines too"() {
        expect:
        lines([new RunEvent.RunStarted(new Plans().start('web').plan()), event]).last() == line

        where:
        event || line
        new RunEvent.ActionRetried(onlyAction(), 1, new EngineRefused(500, 'busy'), Duration.ofMillis(200)) || '[0/1] local instance:web StartContainer … again in 0.2 s: the engine refused: busy'
        new RunEvent.ActionRevoked(onlyAction(), REFUSED) || '[0/1] local instance:web StartContainer … failed after all: no space left'
        new RunEvent.Cancelling(false, 1) || 'Ending as soon as 1 running action has ended. Ctrl-C again ends at once.'
        new RunEvent.Cancelling(false, 3) || 'Ending as soon as 3 running actions have ended. Ctrl-C again ends at once.'
        new RunEvent.Cancelling(true, 3)  || 'Ending at once. The next run goes on from what is there.'
    }

    def "each event has its JSON"() {
        given:
        def plan = new Plans().start('web').plan()
        def action = plan.graph().get(1)
        def events = [
            new RunEvent.RunStarted(plan),
            new RunEvent.ActionStarted(action),
            new RunEvent.ActionProgress(action, new Progress('Downloading', 'layer', 5, 10)),
            new RunEvent.ActionProgress(action, new Progress('Step 1', '', 0, 0)),
            new RunEvent.ActionRetried(action, 1, new EngineRefused(500, 'busy'), Duration.ofMillis(200)),
            new RunEvent.ActionEnded(action, new Done(Duration.ofMillis(1234))),
            new RunEvent.ActionEnded(action, REFUSED),
            new RunEvent.ActionEnded(action, new SkippedBecauseOf(1)),
            new RunEvent.ActionEnded(action, new NotNeeded()),
            new RunEvent.ActionEnded(action, new Cancelled()),
            new RunEvent.ActionRevoked(action, REFUSED),
            new RunEvent.Cancelling(true, 2),
            new RunEvent.RunEnded(new RunReport(plan, [REFUSED], true, Duration.ofSeconds(2))),
        ]

        expect:
        Golden.matches('events.jsonl', events.collect { Json.write(RunJson.tree(it)) + '\n' }.join(''))
    }
}
