package io.dockerops.cli.live

import io.dockerops.cli.terminal.Line
import io.dockerops.cli.terminal.Style
import io.dockerops.cli.terminal.Style.Tone
import io.dockerops.cli.terminal.Terminal.Size
import spock.lang.Specification

class ScreenSpec extends Specification {

    private static final Size SIZE = new Size(10, 20)

    def terminal = new VirtualScreen(20)
    def screen = new Screen(terminal, Style.PLAIN)

    private static List<Line> lines(String... texts) {
        texts.collect { new Line().add(it) }
    }

    def "a frame is redrawn in place"() {
        when:
        screen.show([], lines('a 1', 'b 1', '2 running'), SIZE)
        screen.show([], lines('a 2', 'b 1', '2 running'), SIZE)

        then:
        terminal.visible == ['a 2', 'b 1', '2 running']
    }

    def "only lines that differ are written again, in one piece"() {
        given:
        screen.show([], lines('a 1', 'b 1', '2 running'), SIZE)
        def before = terminal.writes

        when:
        screen.show([], lines('a 1', 'b 2', '2 running'), SIZE)

        then:
        terminal.writes == before + 1
        terminal.lastWrite.contains('b 2')
        !terminal.lastWrite.contains('a 1')
        !terminal.lastWrite.contains('running')
    }

    def "nothing is written when nothing has changed"() {
        given:
        screen.show([], lines('a 1'), SIZE)
        def before = terminal.writes

        when:
        screen.show([], lines('a 1'), SIZE)

        then:
        terminal.writes == before
    }

    def "lasting lines stay above the frame"() {
        when:
        screen.show([], lines('a 1', 'b 1', '2 running'), SIZE)
        screen.show(lines('a is done'), lines('b 2', '1 running'), SIZE)
        screen.show(lines('b is done'), lines('0 running'), SIZE)

        then:
        terminal.visible == ['a is done', 'b is done', '0 running']
    }

    def "a frame that grows or shrinks leaves nothing behind"() {
        when:
        screen.show([], lines('a', 'b', 'c', 'd'), SIZE)
        screen.show([], lines('e', 'f'), SIZE)
        screen.show([], lines('g', 'h', 'i'), SIZE)

        then:
        terminal.visible == ['g', 'h', 'i']
    }

    def "a shorter line leaves nothing of a longer one"() {
        when:
        screen.show([], lines('a long line'), SIZE)
        screen.show([], lines('short'), SIZE)

        then:
        terminal.visible == ['short']
    }

    def "lines of the frame are cut to the terminal, lasting ones are not"() {
        given:
        def wide = new VirtualScreen(60)
        screen = new Screen(wide, Style.PLAIN)

        when:
        screen.show(lines('x' * 30), lines('y' * 30), SIZE)

        then:
        wide.visible == ['x' * 30, 'y' * 19]
    }

    def "what a narrower terminal has wrapped is taken away"() {
        when:
        screen.show(lines('stays'), lines('1234567890123456', 'second'), SIZE)
        terminal.narrow(10)
        screen.show([], lines('1234567890123456', 'second'), new Size(10, 10))

        then:
        terminal.visible == ['stays', '123456789', 'second']
    }

    def "the cursor is hidden while there is a frame and comes back with the end"() {
        when:
        screen.show(lines('a is done'), lines('b'), SIZE)

        then:
        !terminal.cursorVisible

        when:
        screen.close()

        then:
        terminal.cursorVisible
        terminal.visible == ['a is done']
    }

    def "the cursor comes back when the program is ended by a signal"() {
        given:
        screen.show([], lines('b'), SIZE)

        when:
        screen.showCursor()

        then:
        terminal.cursorVisible
    }

    def "colours do not count for the width"() {
        given:
        screen = new Screen(terminal, Style.COLOURED)

        when:
        screen.show([], [Line.of(Tone.RED, 'a' * 10).add(Tone.GREEN, 'b' * 20)], SIZE)

        then:
        terminal.visible == ['a' * 10 + 'b' * 9]
    }
}
