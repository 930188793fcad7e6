package io.dockerops.engine.docker.transport

import com.github.dockerjava.transport.DockerHttpClient.Request
import io.dockerops.engine.docker.transport.TransportException.Reason
import java.util.concurrent.CountDownLatch

class ConnectionReuseSpec extends TransportSpecification {

    def "requests one after the other share one connection"() {
        given:
        serve { it.replyToAll('ok') }

        when:
        def replies = (1..5).collect { text(client.execute(get())) }

        then:
        replies == ['ok'] * 5
        server.connections == 1
    }

    def "a body without chunks gives its connection back at its last byte, closed or not"() {
        given:
        serve { it.replyToAll('ok') }
        client.execute(get()).body.readNBytes(2)

        when:
        client.execute(get()).close()

        then:
        server.connections == 1
    }

    def "a reader that stops before the last chunk, as JSON readers do, does not cost the connection"() {
        given:
        serve {
            2.times { n ->
                it.head()
                it.send('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{}\n\r\n0\r\n\r\n')
            }
        }
        def first = client.execute(get())
        first.body.readNBytes(2)
        first.close()

        when:
        client.execute(get()).close()

        then:
        server.connections == 1
    }

    def "a reply that is closed before its end costs the connection: #what"() {
        given:
        serve { it.head(); it.send(beginning); it.rest() } { it.replyToAll('ok') }
        client.execute(get()).close()

        when:
        def second = text(client.execute(get()))

        then:
        second == 'ok'
        server.connections == 2

        where:
        what                       | beginning
        'bytes that are to come'   | 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc'
        'chunks that are to come'  | 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n'
        'more than is worth it'    | "HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n${'x' * 50_000}"
        'a stream without end'     | 'HTTP/1.1 200 OK\r\n\r\nabc'
    }

    def "a connection that the engine will close is not used again: #what"() {
        given:
        serve { it.head(); it.send(reply); it.rest() } { it.replyToAll('ok') }
        client.execute(get()).close()

        when:
        client.execute(get()).close()

        then:
        server.connections == 2

        where:
        what                | reply
        'it says so'        | 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'
        'among other words' | 'HTTP/1.1 200 OK\r\nConnection: foo, Close\r\nContent-Length: 0\r\n\r\n'
        'old HTTP'          | 'HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n'
    }

    def "a connection that the engine has closed while idle is found out, and #method goes to a new one"() {
        given:
        def gone = new CountDownLatch(1)
        serve { it.head(); it.reply('first'); gone.await() } { it.replyToAll('second') }
        client.execute(get()).body.bytes
        gone.countDown()
        afterTheTimeOfTrust()

        when:
        def reply = text(client.execute(Request.builder().method(method).path('/').build()))

        then:
        reply == 'second'

        where:
        method << ['GET', 'POST']
    }

    def "a connection on which the engine speaks unasked is not used again"() {
        given:
        def seen = new CountDownLatch(1)
        serve { it.head(); it.reply('first'); seen.await(); it.reply('stray'); it.rest() } { it.replyToAll('second') }
        client.execute(get()).body.bytes
        seen.countDown()
        afterTheTimeOfTrust()

        expect:
        text(client.execute(get())) == 'second'
    }

    def "a request without effects is sent again when a used connection fails before the first byte"() {
        given:
        serve { it.head(); it.reply('first'); it.head() } { it.replyToAll('second') }
        client.execute(get()).body.bytes

        when:
        def reply = text(client.execute(get()))

        then:
        reply == 'second'
        server.heads.size() == 3
    }

    def "a request with effects is not sent again once it has been sent: #what"() {
        given:
        serve { it.head(); it.reply('first'); it.head() } { it.replyToAll('second') }
        client.execute(get()).body.bytes

        when:
        def failure = failureOf { client.execute(request) }

        then:
        failure.reason() == Reason.CONNECTION_LOST
        server.heads.size() == 2

        where:
        what            | request
        'no body'       | post()
        'body'          | post('hello'.bytes)
        'deletion'      | Request.builder().method('DELETE').path('/').build()
    }

    def "a request is not sent again on a connection that is new"() {
        given:
        serve { it.head() } { it.replyToAll('second') }

        when:
        def failure = failureOf { client.execute(get()) }

        then:
        failure.reason() == Reason.CONNECTION_LOST
        server.connections == 1
    }

    def "a request is sent again once, not for ever"() {
        given:
        serve { it.head(); it.reply('first'); it.head() } { it.head() } { it.replyToAll('third') }
        client.execute(get()).body.bytes

        when:
        def failure = failureOf { client.execute(get()) }

        then:
        failure.reason() == Reason.CONNECTION_LOST
        server.connections == 2
    }

    def "a request is not sent again when its reply has begun"() {
        given:
        serve { it.head(); it.reply('first'); it.head(); it.send('HTTP/1.1 2') } { it.replyToAll('second') }
        client.execute(get()).body.bytes

        when:
        def failure = failureOf { client.execute(get()) }

        then:
        failure.reason() == Reason.CONNECTION_LOST
        server.connections == 1
    }

    def "a request with effects that could not be written is sent again"() {
        given:
        def dialer = new BreakingDialer(1)
        client = new StreamHttpClient(dialer)
        client.execute(get()).body.bytes

        when:
        def reply = text(client.execute(post('hello'.bytes)))

        then:
        reply == 'ok'
        dialer.dialled == 2
    }

    def "a stream of which the beginning has been used up is not sent again without it"() {
        given:
        def dialer = new BreakingDialer(2)
        client = new StreamHttpClient(dialer)
        client.execute(get()).body.bytes

        when:
        def failure = failureOf { client.execute(post(new ByteArrayInputStream('hello'.bytes))) }

        then:
        failure.reason() == Reason.CONNECTION_LOST
        dialer.dialled == 1
    }

    def "no more idle connections are kept than asked for"() {
        given:
        server = ScriptedServer.unix { it.replyToAll('ok') }
        client = new StreamHttpClient(server.dialer, ReadTimeouts.NONE, 1)
        def replies = (1..3).collect { client.execute(get()) }
        replies*.close()

        when:
        def more = (1..2).collect { client.execute(get()) }
        more*.close()

        then:
        server.connections == 4
    }

    def "as many connections are in use at once as there are requests"() {
        given:
        def all = new CountDownLatch(20)
        serve { it.head(); all.countDown(); all.await(); it.reply('ok') }

        when:
        def replies = (1..20).collect { inBackground { text(client.execute(get())) } }*.get()

        then:
        replies == ['ok'] * 20
        server.connections == 20
    }

    /** A connection used less than 50 ms ago is believed to be alive. */
    private static void afterTheTimeOfTrust() {
        def start = System.nanoTime()
        eventually { assert System.nanoTime() - start > 60_000_000 }
    }

    /** Connections of which each replies to what it is asked first, and breaks after a number of writes. */
    private static class BreakingDialer implements Dialer {

        private final int writes
        int dialled

        BreakingDialer(int writes) {
            this.writes = writes
        }

        @Override
        String address() {
            'test://'
        }

        @Override
        ByteConnection dial() {
            dialled++
            int left = writes
            def input = new ByteArrayInputStream('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'.bytes)
            def output = new ByteArrayOutputStream() {
                @Override
                void write(byte[] bytes, int offset, int length) {
                    if (left-- == 0) {
                        throw new IOException('Broken pipe')
                    }
                }
            }
            [input: { input }, output: { output }, finishOutput: {}, isStale: { false }, close: {}] as ByteConnection
        }
    }
}
