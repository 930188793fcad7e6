package io.dockerops.engine.docker.transport

import static io.dockerops.engine.docker.transport.TransportException.Reason.CLOSED
import static io.dockerops.engine.docker.transport.TransportException.Reason.CONNECTION_REFUSED
import static io.dockerops.engine.docker.transport.TransportException.Reason.CONNECT_TIMED_OUT
import static io.dockerops.engine.docker.transport.TransportException.Reason.INTERRUPTED
import static io.dockerops.engine.docker.transport.TransportException.Reason.READ_TIMED_OUT
import static io.dockerops.engine.docker.transport.TransportException.Reason.TLS_FAILED

import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CountDownLatch
import spock.lang.Shared
import spock.lang.TempDir

class TlsDialerSpec extends TransportSpecification {

    private static final Closure ENDLESS = { it.head(); it.send('HTTP/1.1 200 OK\r\n\r\n'); it.rest() }

    @Shared
    TestAuthority authority = new TestAuthority()

    @TempDir
    Path folder

    def "an engine that asks for a certificate gets it: #kind"() {
        given:
        serveTls { it.replyToAll('ok') }
        client = new StreamHttpClient(dialer(authority.writeTo(folder, kind)))

        expect:
        text(client.execute(get())) == 'ok'

        where:
        kind << TestAuthority.KINDS
    }

    def "an engine that asks for no certificate is reached without"() {
        given:
        server = ScriptedServer.tls(authority.listener('localhost', false)) { it.replyToAll('ok') }
        authority.writeTo(folder)
        client = new StreamHttpClient(dialer(new TlsFiles(folder.resolve('ca.pem'), Optional.empty())))

        expect:
        text(client.execute(get())) == 'ok'
    }

    def "an engine whose certificate an unknown authority has signed is refused"() {
        given:
        server = ScriptedServer.tls(new TestAuthority().listener('localhost', false)) { it.replyToAll('ok') }
        client = new StreamHttpClient(dialer(authority.writeTo(folder)))

        expect:
        failureOf { client.execute(get()) }.reason() == TLS_FAILED
    }

    def "an engine whose certificate is for another host is refused"() {
        given:
        server = ScriptedServer.tls(authority.listener('elsewhere', false)) { it.replyToAll('ok') }
        client = new StreamHttpClient(dialer(authority.writeTo(folder)))

        when:
        def failure = failureOf { client.execute(get()) }

        then:
        failure.reason() == TLS_FAILED
        failure.message.contains('localhost')
    }

    def "a client without the certificate that the engine wants learns that TLS failed, not the network"() {
        given:
        serveTls { it.replyToAll('ok') }
        authority.writeTo(folder)
        client = new StreamHttpClient(dialer(new TlsFiles(folder.resolve('ca.pem'), Optional.empty())))

        expect:
        failureOf { client.execute(get()) }.reason() == TLS_FAILED
    }

    def "an engine that speaks no TLS is told apart: #what"() {
        given:
        server = ScriptedServer.tcp(script)
        client = new StreamHttpClient(dialer(authority.writeTo(folder), limit))

        expect:
        failureOf { client.execute(get()) }.reason() == reason

        where:
        what                    | script                                  | limit                  || reason
        'it answers in HTTP'    | { it.send('HTTP/1.1 400 Bad\r\n\r\n') } | Duration.ofSeconds(20) || TLS_FAILED
        'it hangs up'           | { }                                     | Duration.ofSeconds(20) || TLS_FAILED
        'it waits for the rest' | { it.rest() }                           | Duration.ofMillis(300) || CONNECT_TIMED_OUT
    }

    def "a port that nobody listens on is told apart"() {
        given:
        def dialer = new TlsDialer('localhost', unheardPort(), Duration.ofSeconds(10), authority.writeTo(folder).context())

        expect:
        failureOf { dialer.dial() }.reason() == CONNECTION_REFUSED
    }

    def "one connection serves many requests"() {
        given:
        serveTls { it.replyToAll('ok') }
        client = new StreamHttpClient(dialer(authority.writeTo(folder)))

        when:
        def replies = (1..5).collect { text(client.execute(get())) }

        then:
        replies == ['ok'] * 5
        server.connections == 1
    }

    def "an idle connection is looked at without harm, and found out when the engine has closed it"() {
        given:
        def gone = new CountDownLatch(1)
        serveTls { 2.times { n -> it.head(); it.reply('first') }; gone.await() } { it.replyToAll('second') }
        def dialer = dialer(authority.writeTo(folder))
        def connection = dialer.dial()
        def request = 'GET / HTTP/1.1\r\n\r\n'.bytes

        when:
        def looks = []
        2.times {
            connection.output().write(request)
            connection.input().readNBytes(49)
            looks << connection.isStale()
        }
        gone.countDown()

        then:
        looks == [false, false]
        eventually { assert connection.isStale() }

        cleanup:
        connection.close()
    }

    def "a large upload and a large reply pass unchanged"() {
        given:
        def data = new byte[1_000_000]
        new Random(4).nextBytes(data)
        serveTls {
            it.head()
            def received = it.chunks().content
            it.send("HTTP/1.1 200 OK\r\nContent-Length: ${received.length}\r\n\r\n")
            it.send(received)
        }
        client = new StreamHttpClient(dialer(authority.writeTo(folder)))

        expect:
        client.execute(post(new ByteArrayInputStream(data))).body.bytes == data
    }

    def "input of a hijacked exchange ends while its output goes on"() {
        given:
        serveTls {
            it.head()
            it.bytes(2)
            it.send('HTTP/1.1 101 UPGRADED\r\n\r\n')
            it.send(it.rest())
        }
        client = new StreamHttpClient(dialer(authority.writeTo(folder)))

        expect:
        text(client.execute(hijack(new ByteArrayInputStream('hello'.bytes)))) == 'hello'
    }

    def "interrupting a reader ends its call"() {
        given:
        serveTls ENDLESS
        client = new StreamHttpClient(dialer(authority.writeTo(folder)))
        def reading = inBackground { client.execute(get()).body.read() }
        awaitReadingTls(reading)

        when:
        reading.thread.interrupt()

        then:
        reading.failure() == INTERRUPTED
    }

    def "closing a reply ends its reader"() {
        given:
        serveTls ENDLESS
        client = new StreamHttpClient(dialer(authority.writeTo(folder)))
        def response = client.execute(get())
        def reading = inBackground { response.body.read() }
        awaitReadingTls(reading)

        when:
        response.close()

        then:
        reading.failure() == CLOSED
    }

    def "closing the client ends an upload that the engine does not take"() {
        given:
        def read = new CountDownLatch(1)
        serveTls { it.head(); read.await() }
        client = new StreamHttpClient(dialer(authority.writeTo(folder)))
        def uploading = inBackground { client.execute(post(new ByteArrayInputStream(new byte[20_000_000]))) }
        eventually {
            assert uploading.thread.stackTrace.any { it.className.startsWith('sun.nio.ch.') && it.methodName.contains('rite') }
        }

        when:
        client.close()

        then:
        uploading.failure() == CLOSED

        cleanup:
        read.countDown()
    }

    def "a silent engine is given up after the read timeout"() {
        given:
        serveTls { it.head(); it.rest() }
        client = new StreamHttpClient(dialer(authority.writeTo(folder)), ReadTimeouts.always(Duration.ofMillis(100)))

        expect:
        failureOf { client.execute(get()) }.reason() == READ_TIMED_OUT
    }

    private void serveTls(Closure... scripts) {
        server = ScriptedServer.tls(authority.listener('localhost', true), scripts)
    }

    private TlsDialer dialer(TlsFiles files, Duration timeout = Duration.ofSeconds(10)) {
        new TlsDialer('localhost', server.port, timeout, files.context())
    }

    private static void awaitReadingTls(Background reading) {
        eventually {
            assert reading.thread.stackTrace.any { it.className.startsWith('sun.nio.ch.') && it.methodName.contains('ead') }
        }
    }
}
