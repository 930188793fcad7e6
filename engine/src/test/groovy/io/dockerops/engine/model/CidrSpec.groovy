package io.dockerops.engine.model

import spock.lang.Specification

class CidrSpec extends Specification {

    def "#address is #where #range"() {
        expect:
        Cidr.parse(range).contains(IpAddress.parse(address)) == (where == 'in')

        where:
        address           | range           | where
        '10.7.0.0'        | '10.7.0.0/16'   | 'in'
        '10.7.255.255'    | '10.7.0.0/16'   | 'in'
        '10.8.0.0'        | '10.7.0.0/16'   | 'outside'
        '255.255.255.255' | '0.0.0.0/0'     | 'in'
        '10.7.0.1'        | '10.7.0.1/32'   | 'in'
        'fd00:7::ffff'    | 'fd00:7::/64'   | 'in'
        'fd00:8::1'       | 'fd00:7::/64'   | 'outside'
        '10.7.0.1'        | '::/0'          | 'outside'
    }

    def "`#text` is refused"() {
        when:
        Cidr.parse(text)

        then:
        thrown(IllegalArgumentException)

        where:
        text << ['10.7.0.0', '10.7.0.0/', '10.7.0.0/33', '10.7.0.0/x', '10.7.0.1/16', '10.7.0/16', 'fd00::/129', 'host/8', '/8']
    }

    def "the range that was meant is suggested"() {
        when:
        Cidr.parse(text)

        then:
        def e = thrown(IllegalArgumentException)
        e.hints() == ["did you mean `$meant`?"]

        where:
        text          | meant
        '10.7.3.5/16' | '10.7.0.0/16'
        '10.7.3.5/30' | '10.7.3.4/30'
    }

    def "`#text` is no address, and is not looked up"() {
        when:
        IpAddress.parse(text)

        then:
        thrown(IllegalArgumentException)

        where:
        text << ['localhost', 'example.org', '10.7.0', '10.7.0.256', '10.7.0.5.6', '', '1', 'fd00::g', ':::', '1.2.3.4:80']
    }
}
