package io.dockerops.engine.local

import spock.lang.Specification

class BridgeSpec extends Specification {

    static final String HEADER = 'Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT'

    def "the same engine gets the same addresses, another engine probably others"() {
        expect:
        Bridge.choose('0a1b2c3d', [HEADER]) == Bridge.choose('0a1b2c3d', [HEADER])
        (0..20).collect { Bridge.choose("0000000$it", [HEADER]).prefix() }.toSet().size() > 10
    }

    def "its name fits an interface"() {
        expect:
        Bridge.choose('0a1b2c3d', [HEADER]).name().length() <= 15
    }

    def "addresses with a route are not taken: #route"() {
        given:
        def free = Bridge.choose('key', [HEADER]).prefix()
        def (first, second) = free.split('\\.').collect { it as int }

        when:
        def chosen = Bridge.choose('key', [HEADER, line.call(first, second)]).prefix()

        then:
        (chosen == free) == stays

        where:
        route                   | stays | line
        'the same network'      | false | { a, b -> route('eth0', hex(0, 0, b, a), hex(0, 0, 255, 255)) }
        'a part of it'          | false | { a, b -> route('eth0', hex(0, 7, b, a), hex(0, 255, 255, 255)) }
        'a host in it'          | false | { a, b -> route('eth0', hex(9, 7, b, a), hex(255, 255, 255, 255)) }
        'all of 10.0.0.0/8'     | false | { a, b -> route('tun0', hex(0, 0, 0, 10), hex(0, 0, 0, 255)) }
        'a neighbour'           | true  | { a, b -> route('eth0', hex(0, 0, b - 1, a), hex(0, 0, 255, 255)) }
        'the default'           | true  | { a, b -> route('eth0', '00000000', '00000000') }
        'its own, from before'  | true  | { a, b -> route('dopskey', hex(0, 0, b, a), hex(0, 0, 255, 255)) }
        'a line cut short'      | true  | { a, b -> 'eth0' }
    }

    def "where all of 10.0.0.0/8 is taken the other private range is used"() {
        expect:
        Bridge.choose('key', [HEADER, route('tun0', hex(0, 0, 0, 10), hex(0, 0, 0, 255))]).prefix() == '172.20'
    }

    private static String route(String name, String target, String mask) {
        "$name\t$target\t00000000\t0001\t0\t0\t0\t$mask\t0\t0\t0"
    }

    private static String hex(int... bytes) {
        bytes.collect { String.format('%02X', it) }.join('')
    }
}
