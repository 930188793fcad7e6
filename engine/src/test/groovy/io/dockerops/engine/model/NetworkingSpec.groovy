package io.dockerops.engine.model

import spock.lang.Specification

class NetworkingSpec extends Specification {

    private static Networking publishing(Map<Integer, Integer> hostPorts) {
        new Networking(Optional.empty(), [], hostPorts.collect { host, container ->
            new Port.Published(new Port(container, Port.Protocol.TCP), Optional.of(host), Optional.empty()) }, [])
    }

    def "a port that is published twice by a service stays so for an instance that publishes others"() {
        expect:
        publishing(9000: 90).over(publishing(8080: 80, 8081: 80)).published()*.hostPort()*.get() == [8080, 8081, 9000]
    }

    def "an instance's ports replace all that its service publishes of them"() {
        expect:
        publishing(9000: 80).over(publishing(8080: 80, 8081: 80, 443: 443)).published()*.hostPort()*.get() == [443, 9000]
    }
}
