package io.dockerops.cli.live

import io.dockerops.cli.print.Plans
import io.dockerops.engine.execute.ActionOutcome
import io.dockerops.engine.execute.ActionOutcome.Cancelled
import io.dockerops.engine.execute.ActionOutcome.Done
import io.dockerops.engine.execute.ActionOutcome.Failed
import io.dockerops.engine.execute.ActionOutcome.NotNeeded
import io.dockerops.engine.execute.ActionOutcome.SkippedBecauseOf
import io.dockerops.engine.execute.RunEvent
import io.dockerops.engine.execute.RunReport
import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostAddress
import io.dockerops.engine.model.HostId
import io.dockerops.engine.plan.Plan
import io.dockerops.engine.port.EngineRefused
import io.dockerops.engine.port.ProgressListener.Progress
import java.time.Duration
import spock.lang.Specification

/** Events in, lines out. */
class LiveRunSpec extends Specification {

    private static final int ROWS = 24
    private static final Failed REFUSED =
        new Failed(new EngineRefused(500, 'no space left'), [], Optional.empty(), Duration.ofMillis(400))

    def run = new LiveRun(Symbols.ASCII)
    Plan plan
    long now

    private void begin(Plans plans) {
        plan = plans.plan()
        run.apply(new RunEvent.RunStarted(plan), now)
    }

    private void started(int... numbers) {
        numbers.each { run.apply(new RunEvent.ActionStarted(plan.graph().get(it)), now) }
    }

    private void ended(int number, ActionOutcome outcome = new Done(Duration.ofMillis(500))) {
        run.apply(new RunEvent.ActionEnded(plan.graph().get(number), outcome), now)
    }

    private void progress(int number, String text, String part, long current, long total) {
        run.apply(new RunEvent.ActionProgress(plan.graph().get(number), new Progress(text, part, current, total)), now)
    }

    private void pass(long millis) {
        now += Duration.ofMillis(millis).toNanos()
    }

    private List<String> frame(int rows = ROWS) {
        run.frame(now, rows)*.toString()*.replaceAll(/\s+$/, '')
    }

    private List<String> over() {
        run.takeOver()*.toString()
    }

    def "what runs is shown with the time that it takes, above the counts"() {
        given:
        begin(new Plans().network('n').create('web.one', [1]).start('web.one', [2]).create('db', [1]))

        when:
        started(1)
        pass(200)

        then:
        frame() == ['  network n  creating  0.2 s', '0 of 4 done, 1 running, 3 to come  0.2 s']

        when:
        ended(1)
        started(2, 4)
        pass(1500)

        then:
        frame() == [
            '  web.one    creating  1.5 s',
            '  db         creating  1.5 s',
            '1 of 4 done, 2 running, 1 to come  1.7 s',
        ]
    }

    def "an element has one line when its last action has ended, with the time of its actions"() {
        given:
        begin(new Plans().create('web').start('web', [1]).healthy('web', [2]))

        when:
        started(1)
        ended(1)

        then:
        over() == []

        when:
        pass(60_000)
        started(2)
        ended(2)
        started(3)
        ended(3)

        then:
        over() == ['+ web  created, started, healthy  1.5 s']
        over() == []
        frame() == ['3 of 3 done  1 min 0 s']
    }

    def "a failure is told at once, with what was done before, and so is what is skipped because of it"() {
        given:
        begin(new Plans().create('web').start('web', [1]).create('db', [2]).start('db', [3]))

        when:
        started(1)
        ended(1)
        started(2)
        ended(2, REFUSED)
        ended(3, new SkippedBecauseOf(2))
        ended(4, new SkippedBecauseOf(2))

        then:
        over() == [
            'x web  created; starting failed: no space left  0.9 s',
            '- db   skipped because web failed',
        ]
        frame() == ['1 of 4 done, 1 failed, 2 not done  0.00 s']
    }

    def "what Ctrl-C left undone is told"() {
        given:
        begin(new Plans().create('web').start('web', [1]).create('db'))

        when:
        started(1)
        run.apply(new RunEvent.Cancelling(false, 1), now)
        ended(1)
        ended(2, new Cancelled())
        ended(3, new Cancelled())

        then:
        over() == [
            'Ending as soon as 1 running action has ended. Ctrl-C again ends at once.',
            '- web  created; not done: the run was ended  0.5 s',
            '- db   not done: the run was ended',
        ]
    }

    def "a way back that was not needed is not told, and one that was has its own line"() {
        given:
        begin(new Plans().create('web').startAgain('web', [1]))

        when:
        started(1)
        ended(1, outcome)
        if (back instanceof Done) {
            started(2)
        }
        ended(2, back)

        then:
        over() == lines

        where:
        outcome                        | back                           || lines
        new Done(Duration.ofMillis(5)) | new NotNeeded()                || ['+ web  created  0.00 s']
        REFUSED                        | new Done(Duration.ofMillis(5)) || ['x web  creating failed: no space left  0.4 s', '+ web  brought back: started  0.00 s']
    }

    def "a start that is revoked is told, and counts as failed"() {
        given:
        begin(new Plans().start('web').create('db'))

        when:
        started(1)
        ended(1)
        run.apply(new RunEvent.ActionRevoked(plan.graph().get(1), REFUSED), now)

        then:
        over() == ['+ web  started  0.5 s', 'x web  no space left']
        frame() == ['0 of 2 done, 1 failed, 1 to come  0.00 s']
    }

    def "an attempt that failed is shown until the action ends"() {
        given:
        begin(new Plans().create('web'))

        when:
        started(1)
        run.apply(new RunEvent.ActionRetried(plan.graph().get(1), 1, new EngineRefused(500, 'busy'), Duration.ofMillis(200)), now)

        then:
        frame()[0] == '  web  creating  0.00 s  again in 0.2 s: the engine refused: busy'
    }

    def "a pull has a bar over the bytes of all its layers"() {
        given:
        begin(new Plans().pull('nginx'))

        when:
        started(1)
        progress(1, 'Pulling fs layer', 'a', 0, 0)
        progress(1, 'Pulling fs layer', 'b', 0, 0)

        then:
        frame()[0] == '  image nginx:latest  pulling  0.00 s'

        when:
        progress(1, 'Downloading', 'a', 5_000_000, 10_000_000)
        progress(1, 'Downloading', 'b', 10_000_000, 20_000_000)

        then:
        frame()[0] == '  image nginx:latest  pulling  0.00 s  [=========>          ] 15.0 MB of 30.0 MB'

        when:
        progress(1, 'Download complete', 'a', 0, 0)

        then:
        frame()[0] == '  image nginx:latest  pulling  0.00 s  [============>       ] 20.0 MB of 30.0 MB'

        when:
        progress(1, 'Extracting', 'a', 1, 10_000_000)
        progress(1, 'Pull complete', 'b', 0, 0)

        then:
        frame()[0] == '  image nginx:latest  pulling  0.00 s  unpacking 30.0 MB'
    }

    def "a build shows the last line of its log, without what would disturb the terminal"() {
        given:
        begin(new Plans().pull('nginx'))

        when:
        started(1)
        progress(1, '\u001b[1mStep 1/3\u001b[0m : FROM\tdebian\r', '', 0, 0)
        progress(1, '  ', '', 0, 0)

        then:
        frame()[0] == '  image nginx:latest  pulling  0.00 s  Step 1/3 : FROM    debian'
    }

    def "an import shows how much was sent"() {
        given:
        begin(new Plans().pull('nginx'))

        when:
        started(1)
        progress(1, 'Importing', '', 12_345_678, 0)

        then:
        frame()[0] == '  image nginx:latest  pulling  0.00 s  12.3 MB Importing'
    }

    def "the frame fits into #rows rows"() {
        given:
        def plans = new Plans()
        20.times { plans.create("s$it") }
        begin(plans)

        when:
        started(*(1..20))

        then:
        frame(rows).size() == lines
        frame(rows).last().startsWith('0 of 20 done')
        frame(rows)*.trim().contains(more) || !more

        where:
        rows | lines | more
        24   | 21    | null
        22   | 21    | null
        21   | 20    | 'and 2 more'
        10   | 9     | 'and 13 more'
        3    | 2     | 'and 20 more'
        2    | 1     | null
        1    | 1     | null
    }

    def "the host is named when there are several"() {
        given:
        def edge = new Host(new HostId('edge'), new HostAddress.Local())
        begin(new Plans([Host.LOCAL, edge]).create('web').create('web', [], edge.id()))

        when:
        started(1, 2)

        then:
        frame()[0..1] == ['  local web  creating  0.00 s', '  edge web   creating  0.00 s']
    }

    def "there is no frame before the run and after it"() {
        expect:
        frame() == []

        when:
        begin(new Plans().create('web'))
        run.apply(new RunEvent.RunEnded(new RunReport(plan, [new Cancelled()], true, Duration.ZERO)), now)

        then:
        frame() == []
    }

    def "the signs are those of the character set: #environment"() {
        expect:
        Symbols.of(environment) == symbols

        where:
        environment                              || symbols
        [:]                                      || Symbols.ASCII
        [LANG: 'C']                              || Symbols.ASCII
        [LANG: 'C.UTF-8']                        || Symbols.UNICODE
        [LANG: 'de_DE.utf8']                     || Symbols.UNICODE
        [LANG: 'C', LC_CTYPE: 'en_US.UTF-8']     || Symbols.UNICODE
        [LANG: 'en_US.UTF-8', LC_ALL: 'C']       || Symbols.ASCII
        [LANG: 'en_US.UTF-8', LC_ALL: '']        || Symbols.UNICODE
    }
}
