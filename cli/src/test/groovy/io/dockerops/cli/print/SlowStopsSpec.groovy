package io.dockerops.cli.print

import io.dockerops.engine.execute.ActionOutcome.Cancelled
import io.dockerops.engine.execute.ActionOutcome.Done
import io.dockerops.engine.execute.RunReport
import java.time.Duration
import spock.lang.Specification

class SlowStopsSpec extends Specification {

    private static final Done QUICK = new Done(Duration.ofSeconds(9))
    private static final Done SLOW = new Done(Duration.ofMillis(10_020))
    private static final String HELP = ': see the words `init`, `stopSignal` and `stopTimeout`.'

    def "containers that were killed when their time was over are told with what helps: #said"() {
        given:
        def plans = new Plans()
        outcomes.eachWithIndex { outcome, index -> plans.stop("s$index") }

        expect:
        SlowStops.note(new RunReport(plans.plan(), outcomes, false, Duration.ZERO)).map { it.toString() }.orElse('') == said

        where:
        outcomes                 || said
        [QUICK, new Cancelled()] || ''
        [QUICK, SLOW]            || "s1 was killed, not having ended in 10 s$HELP"
        [SLOW] * 3               || "s0, s1, s2 were killed, not having ended in 10 s$HELP"
        [SLOW] * 10              || "s0, s1, s2, s3, s4, s5, s6, s7 and 2 more were killed, not having ended in 10 s$HELP"
    }

    def "a container without time is killed at once, and nothing is said"() {
        expect:
        SlowStops.note(new RunReport(new Plans().stop('web', [], Duration.ZERO).plan(), [SLOW], false, Duration.ZERO)).empty
    }
}
