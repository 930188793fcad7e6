package io.dockerops.cli.terminal

import io.dockerops.cli.terminal.Style.Tone
import spock.lang.Specification

/** Colours, widths and lines. */
class TextSpec extends Specification {

    def "colours are used when terminal and user want them: refused #refused, terminal #terminal, #environment"() {
        expect:
        Style.of(refused, terminal, environment).coloured() == coloured

        where:
        refused | terminal | environment                            || coloured
        false   | true     | [:]                                    || true
        false   | false    | [:]                                    || false
        true    | true     | [:]                                    || false
        false   | true     | [NO_COLOR: '1']                        || false
        false   | true     | [NO_COLOR: '']                         || true
        false   | true     | [CLICOLOR: '0']                        || false
        false   | true     | [CLICOLOR: '1']                        || true
        false   | true     | [TERM: 'dumb']                         || false
        false   | false    | [CLICOLOR_FORCE: '1']                  || true
        false   | false    | [CLICOLOR_FORCE: '0']                  || false
        false   | true     | [NO_COLOR: '1', CLICOLOR_FORCE: '1']   || false
        true    | true     | [CLICOLOR_FORCE: '1']                  || false
    }

    def "without colours text is left as it is"() {
        expect:
        Style.PLAIN.paint(Tone.RED, 'text') == 'text'
        Style.COLOURED.paint(Tone.RED, 'text') == '\u001b[31mtext\u001b[0m'
        Style.COLOURED.paint(Tone.RED, '') == ''
        Style.COLOURED.paint(Tone.PLAIN, 'text') == 'text'
    }

    def "`#text` takes #width columns"() {
        expect:
        Width.of(text) == width

        where:
        text       || width
        ''         || 0
        'web.one'  || 7
        'Läden'    || 5
        'e\u0301'  || 1
        '日本'     || 4
        '🚀'       || 2
    }

    def "`#text` is cut to `#cut` for #columns columns"() {
        expect:
        Width.fit(text, columns) == cut

        where:
        text   | columns || cut
        'abc'  | 3       || 'abc'
        'abc'  | 2       || 'ab'
        'abc'  | 0       || ''
        '日本' | 3       || '日'
    }

    def "control characters of a log do not reach the terminal: #name"() {
        expect:
        Width.printable(text) == printable

        where:
        name                   | text                            || printable
        'colours'              | '\u001b[1;31mred\u001b[0m text' || 'red text'
        'moves of the cursor'  | 'a\u001b[2A\u001b[Kb'           || 'ab'
        'a lone escape'        | 'a\u001b'                       || 'a'
        'an escape and letter' | 'a\u001bcb'                     || 'ab'
        'an open sequence'     | 'a\u001b[12'                    || 'a'
        'bells and returns'    | 'a\u0007\rb'                    || 'ab'
        'tabs'                 | 'a\tb'                          || 'a    b'
    }

    def "a line is cut before it is coloured"() {
        given:
        def line = Line.of(Tone.RED, 'abc').add('def').add(Tone.DIM, 'ghi')

        expect:
        line.draw(Style.COLOURED, 5) == '\u001b[31mabc\u001b[0mde'
        line.draw(Style.PLAIN, 7) == 'abcdefg'
        line.toString() == 'abcdefghi'
        line.width() == 9
    }

    def "a line is filled up to a width, and never cut by that"() {
        expect:
        new Line().add('ab').padTo(4).add('|').toString() == 'ab  |'
        new Line().add('abcdef').padTo(4).add('|').toString() == 'abcdef|'
    }
}
