package io.dockerops.cli.live

import io.dockerops.cli.print.Plans
import io.dockerops.cli.terminal.FakeTerminal
import io.dockerops.cli.terminal.Output
import io.dockerops.cli.terminal.Style
import io.dockerops.engine.execute.ActionOutcome.Done
import io.dockerops.engine.execute.RunEvent
import io.dockerops.engine.execute.RunReport
import java.time.Duration
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** Views and time. */
class ViewsSpec extends Specification {

    def terminal = new FakeTerminal().everywhere()
    def screen = new VirtualScreen(80)
    def output = new Output(screen, screen, Style.PLAIN, Style.PLAIN, false)
    def plan = new Plans().create('web').plan()
    def action = plan.graph().get(1)
    def soon = new PollingConditions(timeout: 20, delay: 0.02)

    def "a live view shows what runs, and in the end only what is over"() {
        given:
        def view = LiveView.open(terminal, output, Symbols.ASCII)

        when:
        view.onEvent(new RunEvent.RunStarted(plan))
        view.onEvent(new RunEvent.ActionStarted(action))

        then:
        soon.eventually {
            def lines = screen.visible
            assert lines.size() == 2
            assert lines[0].startsWith('  web  creating  ')
        }

        when:
        view.onEvent(new RunEvent.ActionEnded(action, new Done(Duration.ofMillis(10))))
        view.onEvent(new RunEvent.RunEnded(new RunReport(plan, [new Done(Duration.ZERO)], false, Duration.ZERO)))
        view.close()

        then:
        screen.visible == ['+ web  created  0.01 s']
        screen.cursorVisible
        !terminal.hearsResizes()
    }

    def "a live view follows the size of the terminal"() {
        given:
        def view = LiveView.open(terminal, output, Symbols.ASCII)
        view.onEvent(new RunEvent.RunStarted(plan))
        view.onEvent(new RunEvent.ActionStarted(action))

        when:
        soon.eventually { assert screen.visible.size() == 2 }
        synchronized (view) {
            screen.narrow(12)
            terminal.resize(24, 12)
        }

        then:
        soon.eventually { assert screen.visible*.length().max() < 12 }

        cleanup:
        view?.close()
    }

    def "a view that is closed twice is closed"() {
        given:
        def view = LiveView.open(terminal, output, Symbols.ASCII)

        when:
        view.close()
        view.close()

        then:
        noExceptionThrown()
    }

    def "a plain view tells after 10, 20, 40 seconds that an action still runs"() {
        given:
        screen = new VirtualScreen(120)
        def view = new PlainView(new Output(screen, screen, Style.PLAIN, Style.PLAIN, false))
        view.onEvent(new RunEvent.RunStarted(plan), 0)
        view.onEvent(new RunEvent.ActionStarted(action), 0)

        when:
        (1..60).each { view.tick(Duration.ofSeconds(it).toNanos()) }

        then:
        screen.visible == [10, 20, 40].collect { "[0/1] local instance:web CreateContainer … running for $it s" }
    }

    def "a plain view tells nothing more of an action that has ended"() {
        given:
        def view = new PlainView(output)
        view.onEvent(new RunEvent.RunStarted(plan), 0)
        view.onEvent(new RunEvent.ActionStarted(action), 0)
        view.onEvent(new RunEvent.ActionEnded(action, new Done(Duration.ofSeconds(1))), 0)

        when:
        view.tick(Duration.ofSeconds(60).toNanos())

        then:
        screen.visible == ['[1/1] local instance:web CreateContainer … done in 1.0 s']
    }
}
