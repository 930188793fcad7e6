package io.dockerops.cli.logs

import io.dockerops.engine.port.ContainerEngine
import io.dockerops.engine.port.EngineRefused
import io.dockerops.engine.port.LogListener
import io.dockerops.engine.port.LogRequest
import spock.lang.Specification

class LogReaderSpec extends Specification {

    private ContainerEngine engine(Map<String, List<String>> written, List<String> broken = []) {
        Stub(ContainerEngine) {
            logs(_, _, _) >> { String container, LogRequest request, LogListener listener ->
                assert request.timestamps()
                written[container].each { listener.onLine(it, container == 'err') }
                if (container in broken) {
                    throw new EngineRefused(404, "no such container: $container")
                }
            }
        }
    }

    private static LogReader reader(ContainerEngine engine, List<String> containers, boolean follow = false) {
        new LogReader(containers.collect { new LogReader.Source(engine, it) },
            new LogRequest(follow, Optional.empty(), Optional.empty(), false))
    }

    def "lines of several logs come in the order of their times, equal ones in the order of the containers"() {
        given:
        def engine = engine([
            a: ['2026-01-01T00:00:01.000000000Z one', '2026-01-01T00:00:03.000000000Z three'],
            b: ['2026-01-01T00:00:01.000000000Z one too', '2026-01-01T00:00:02.000000000Z two', '2026-01-01T00:00:04.000000000Z four'],
            c: [],
        ])
        def lines = []

        when:
        reader(engine, ['a', 'b', 'c']).read({ lines << it }, { })

        then:
        lines*.text() == ['one', 'one too', 'two', 'three', 'four']
        lines*.source() == [0, 1, 1, 0, 1]
        lines[0].time() == '2026-01-01T00:00:01.000000000Z'
    }

    def "logs longer than what is read ahead are read to their ends"() {
        given:
        def long1 = (0..<2000).collect { String.format('2026-01-01T00:00:00.%09dZ %d', it * 2, it * 2) }
        def long2 = (0..<2000).collect { String.format('2026-01-01T00:00:00.%09dZ %d', it * 2 + 1, it * 2 + 1) }
        def numbers = []

        when:
        reader(engine([a: long1, b: long2]), ['a', 'b']).read({ numbers << it.text().toInteger() }, { })

        then:
        numbers == (0..<4000)
    }

    def "a log that cannot be read ends the reading after all others have been read"() {
        given:
        def lines = []

        when:
        reader(engine([a: ['1 one'], b: ['2 two', '3 three']], ['a']), ['a', 'b'], follow).read({ lines << it.text() }, { })

        then:
        def refused = thrown(EngineRefused)
        refused.notFound()
        lines.sort() == ['one', 'three', 'two']

        where:
        follow << [false, true]
    }

    def "who ends while being followed is told"() {
        given:
        def ended = []

        when:
        reader(engine([a: ['1 one'], b: []]), ['a', 'b'], true).read({ }, { ended << it })

        then:
        ended.sort() == [0, 1]
    }

    def "a line without a text, and one of standard error"() {
        given:
        def lines = []

        when:
        reader(engine([err: ['2026-01-01T00:00:01Z ', '2026-01-01T00:00:02Z']]), ['err']).read({ lines << it }, { })

        then:
        lines*.text() == ['', '']
        lines*.error() == [true, true]
    }
}
