package io.dockerops.engine.docker

import spock.lang.Specification

class OutputSpec extends Specification {

    def "frames are taken apart into both streams"() {
        given:
        def bytes = [frame(1, 'out'), frame(2, 'err'), frame(1, ''), frame(1, 'more')]*.toList().flatten() as byte[]

        expect:
        read(bytes, false) == [[false, 'out'], [true, 'err'], [false, 'more']]
    }

    def "a frame that is longer than the buffer comes in pieces"() {
        given:
        def text = 'x' * 100_000

        expect:
        read(frame(2, text), false)*.get(0).unique() == [true]
        read(frame(2, text), false)*.get(1).join() == text
    }

    def "the output of a terminal has no frames"() {
        expect:
        read('\u0001\u0000raw'.bytes, true) == [[false, '\u0001\u0000raw']]
    }

    def "output that ends in the middle of a frame has been cut off"() {
        when:
        read(frame(1, 'out')[0..<length] as byte[], false)

        then:
        thrown(EOFException)

        where:
        length << [1, 7, 8, 10]
    }

    def "lines are put together from pieces"() {
        expect:
        lines(false, [[false, 'a'], [false, 'b\nc'], [true, 'x'], [false, 'd\n'], [true, '\n']]) ==
            [['ab', false], ['cd', false], ['x', true]]
    }

    def "what has no line end at the end is a line too"() {
        expect:
        lines(false, [[false, 'a\nb']]) == [['a', false], ['b', false]]
    }

    def "empty lines are lines"() {
        expect:
        lines(false, [[false, 'a\n\nb\n']]) == [['a', false], ['', false], ['b', false]]
    }

    def "a terminal's line ends are not part of the lines"() {
        expect:
        lines(false, [[false, 'a\r\nb\r\n']]) == [['a', false], ['b', false]]
    }

    def "only the first piece of a line keeps its time"() {
        expect:
        lines(true, [[false, 'T1 a'], [false, 'T2 b\n'], [false, 'T3 c\n']]) == [['T1 ab', false], ['T3 c', false]]
    }

    def "of long output the last 64 KiB are kept"() {
        given:
        def output = new LastOutput()
        def bytes = ('a' * LastOutput.LIMIT + 'b' * 10).bytes

        when:
        bytes.toList().collate(1000).each { output.write(false, it as byte[], it.size()) }

        then:
        output.text() == 'a' * (LastOutput.LIMIT - 10) + 'b' * 10
    }

    def "a piece larger than what is kept leaves its end"() {
        given:
        def output = new LastOutput()

        when:
        output.write(false, ('a' * LastOutput.LIMIT + 'end').bytes, LastOutput.LIMIT + 3)

        then:
        output.text().length() == LastOutput.LIMIT
        output.text().endsWith('aend')
    }

    def "a character that was cut in two is left out"() {
        given:
        def output = new LastOutput()
        def bytes = ('ä' + 'b' * (LastOutput.LIMIT - 1)).bytes

        when:
        output.write(false, bytes, bytes.length)

        then:
        output.text() == 'b' * (LastOutput.LIMIT - 1)
    }

    private static byte[] frame(int stream, String text) {
        def bytes = text.getBytes('UTF-8')
        def length = [24, 16, 8, 0].collect { (bytes.length >> it) as byte }
        ([stream, 0, 0, 0] + length + bytes.toList()) as byte[]
    }

    private static List read(byte[] bytes, boolean terminal) {
        def read = []
        OutputFrames.read(new ByteArrayInputStream(bytes), terminal, new OutputFrames.Sink() {
            @Override
            void write(boolean error, byte[] buffer, int length) {
                read << [error, new String(buffer, 0, length, 'UTF-8')]
            }
        })
        read
    }

    private static List lines(boolean timestamps, List<List> pieces) {
        def lines = []
        def sink = new OutputLines({ line, error -> lines << [line, error] }, timestamps)
        pieces.each { error, text ->
            sink.begin(error)
            sink.write(error, text.bytes, text.bytes.length)
        }
        sink.end()
        lines
    }
}
