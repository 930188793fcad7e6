package io.dockerops.engine.docker.transport

import static io.dockerops.engine.docker.transport.TransportException.Reason.CONNECTION_REFUSED
import static io.dockerops.engine.docker.transport.TransportException.Reason.CONNECT_TIMED_OUT
import static io.dockerops.engine.docker.transport.TransportException.Reason.INTERRUPTED
import static io.dockerops.engine.docker.transport.TransportException.Reason.UNKNOWN_HOST

import java.time.Duration

class TcpDialerSpec extends TransportSpecification {

    def "requests work over TCP, and name host and port"() {
        given:
        server = ScriptedServer.tcp { it.replyToAll('ok') }
        client = new StreamHttpClient(server.dialer)

        when:
        def reply = text(client.execute(get()))

        then:
        reply == 'ok'
        server.heads[0].contains("\r\nHost: 127.0.0.1:${server.port}\r\n")
    }

    def "the address of #host is written #address"() {
        expect:
        new TcpDialer(host, 2375, Duration.ofSeconds(1)).address() == address

        where:
        host        || address
        'example'   || 'tcp://example:2375'
        '::1'       || 'tcp://[::1]:2375'
    }

    def "a name with several addresses is reached at the one that listens"() {
        given: 'a listener on the IPv4 address only, while localhost may be an IPv6 address first'
        server = ScriptedServer.tcp { it.replyToAll('ok') }
        client = new StreamHttpClient(new TcpDialer('localhost', server.port, Duration.ofSeconds(10)))

        expect:
        text(client.execute(get())) == 'ok'
    }

    def "a port that nobody listens on is told apart"() {
        given:
        def port = unheardPort()

        when:
        def failure = failureOf { new TcpDialer('127.0.0.1', port, Duration.ofSeconds(10)).dial() }

        then:
        failure.reason() == CONNECTION_REFUSED
        failure.message == "tcp://127.0.0.1:$port: connection refused: no process listens on 127.0.0.1 port $port"
    }

    def "a host without address is told apart"() {
        when:
        def failure = failureOf { new TcpDialer('no-such-host.invalid', 2375, Duration.ofSeconds(10)).dial() }

        then:
        failure.reason() == UNKNOWN_HOST
        failure.message.contains('no-such-host.invalid')
    }

    def "a host that does not answer is given up after the connect timeout"() {
        given:
        def (listener, waiting) = fullQueue()

        when:
        def failure = failureOf { new TcpDialer('127.0.0.1', listener.localPort, Duration.ofMillis(200)).dial() }

        then:
        failure.reason() == CONNECT_TIMED_OUT
        failure.message.contains('200 ms')

        cleanup:
        waiting*.close()
        listener.close()
    }

    def "interrupting a thread that is connecting ends its call"() {
        given:
        def (listener, waiting) = fullQueue()
        def dialling = inBackground { new TcpDialer('127.0.0.1', listener.localPort, Duration.ofSeconds(20)).dial() }
        eventually {
            assert dialling.thread.stackTrace.any { it.className.startsWith('sun.nio.ch.') }
        }

        when:
        dialling.thread.interrupt()

        then:
        dialling.failure() == INTERRUPTED

        cleanup:
        waiting*.close()
        listener.close()
    }

    def "an impossible address is refused: #host, #port"() {
        when:
        new TcpDialer(host, port, Duration.ofSeconds(1))

        then:
        thrown(IllegalArgumentException)

        where:
        host | port
        ''   | 2375
        'a'  | 0
        'a'  | 65_536
    }

    /** A listener that accepts nobody, and as many connections as its queue holds. */
    private static List fullQueue() {
        def listener = new ServerSocket(0, 1, InetAddress.loopbackAddress)
        def waiting = []
        try {
            while (true) {
                def socket = new Socket()
                waiting << socket
                socket.connect(listener.localSocketAddress, 200)
            }
        } catch (SocketTimeoutException ignored) {
            // Full.
        }
        [listener, waiting]
    }
}
