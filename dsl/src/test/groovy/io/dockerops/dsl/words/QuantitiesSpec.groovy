package io.dockerops.dsl.words

import io.dockerops.engine.model.Size
import java.time.Duration
import spock.lang.Specification

class QuantitiesSpec extends Specification {

    def "#text is #duration"() {
        expect:
        new GroovyShell().evaluate(text) == Duration.parse(duration)

        where:
        text          | duration
        '500.ms'      | 'PT0.5S'
        '1.second'    | 'PT1S'
        '30.seconds'  | 'PT30S'
        '0.5.seconds' | 'PT0.5S'
        '1.minute'    | 'PT1M'
        '90.minutes'  | 'PT1H30M'
        '1.5.hours'   | 'PT1H30M'
        '1.hour'      | 'PT1H'
        '2.days'      | 'PT48H'
        '1.day'       | 'PT24H'
        '-5.seconds'  | 'PT-5S'
    }

    def "#text has #bytes bytes"() {
        expect:
        new GroovyShell().evaluate(text) == new Size(bytes)

        where:
        text     | bytes
        '5.b'    | 5
        '1.kb'   | 1024
        '64.mb'  | 64L * 1024 * 1024
        '1.5.gb' | 1536L * 1024 * 1024
        '2.tb'   | 2L << 40
    }

    def "a size is not negative"() {
        when:
        new GroovyShell().evaluate('-5.mb')

        then:
        thrown(IllegalArgumentException)
    }
}
