package io.dockerops.engine.docker.transport

import io.dockerops.engine.docker.transport.TransportException.Reason
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

class CancellationSpec extends TransportSpecification {

    private static final Closure SILENT = { it.head(); it.rest() }
    private static final Closure ENDLESS = { it.head(); it.send('HTTP/1.1 200 OK\r\n\r\n'); it.rest() }

    def "interrupting a thread that waits for a reply ends its call (#kind)"() {
        given:
        server = ScriptedServer."$kind"(SILENT)
        client = new StreamHttpClient(server.dialer)
        def waiting = inBackground { client.execute(get()) }
        waiting.awaitReading()

        when:
        waiting.thread.interrupt()

        then:
        waiting.failure() == Reason.INTERRUPTED

        where:
        kind << ['unix', 'tcp']
    }

    def "interrupting a thread that reads a body ends its call (#kind)"() {
        given:
        server = ScriptedServer."$kind"(ENDLESS)
        client = new StreamHttpClient(server.dialer)
        def reading = inBackground { client.execute(get()).body.read() }
        reading.awaitReading()

        when:
        reading.thread.interrupt()

        then:
        reading.failure() == Reason.INTERRUPTED

        where:
        kind << ['unix', 'tcp']
    }

    def "an interrupted thread keeps its interrupt flag"() {
        given:
        serve SILENT
        def flag = inBackground {
            failureOf { client.execute(get()) }
            Thread.currentThread().interrupted
        }
        flag.awaitReading()

        when:
        flag.thread.interrupt()

        then:
        flag.get()
    }

    def "a thread that is interrupted already sends nothing and spoils no connection"() {
        given:
        serve { it.replyToAll('ok') }
        client.execute(get()).body.bytes

        when:
        def failure = inBackground {
            Thread.currentThread().interrupt()
            client.execute(get())
        }.failure()
        client.execute(get()).close()

        then:
        failure == Reason.INTERRUPTED
        server.heads.size() == 2
        server.connections == 1
    }

    def "interrupting a thread that is blocked in an upload ends its call"() {
        given:
        def read = new CountDownLatch(1)
        serve { it.head(); read.await() }
        def uploading = inBackground { client.execute(post(new ByteArrayInputStream(new byte[10_000_000]))) }
        eventually {
            assert uploading.thread.stackTrace.any { it.className.startsWith('sun.nio.ch.') && it.methodName == 'write' }
        }

        when:
        uploading.thread.interrupt()

        then:
        uploading.failure() == Reason.INTERRUPTED

        cleanup:
        read.countDown()
    }

    def "closing a reply from another thread ends the read of its body (#kind)"() {
        given:
        server = ScriptedServer."$kind"(ENDLESS)
        client = new StreamHttpClient(server.dialer)
        def response = client.execute(get())
        def reading = inBackground { response.body.read() }
        reading.awaitReading()

        when:
        response.close()

        then:
        reading.failure() == Reason.CLOSED

        where:
        kind << ['unix', 'tcp']
    }

    def "closing a reply from another thread also ends reads of streams that end rather than fail"() {
        given:
        def pipe = new PipedInputStream()
        def toPipe = new PipedOutputStream(pipe)
        toPipe.write('HTTP/1.1 200 OK\r\n\r\n'.bytes)
        def bytes = [input: { pipe }, output: { OutputStream.nullOutputStream() }, isStale: { false },
                     finishOutput: {}, close: { toPipe.close() }] as ByteConnection
        client = new StreamHttpClient([dial: { bytes }, address: { 'test://' }, hostHeader: { 'x' }] as Dialer)
        def response = client.execute(get())
        def reading = inBackground { response.body.read() }
        eventually { assert reading.thread.state == Thread.State.TIMED_WAITING }

        when:
        response.close()

        then:
        reading.failure() == Reason.CLOSED
    }

    def "a closed body can't be read"() {
        given:
        serve { it.replyToAll('ok') }
        def response = client.execute(get())
        response.close()

        expect:
        failureOf { response.body.read() }.reason() == Reason.CLOSED
    }

    def "closing a reply that has been read leaves alone who has its connection now"() {
        given:
        serve { it.head(); it.reply('first'); it.head(); it.send('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsec'); it.head() }
        def first = client.execute(get())
        first.body.bytes
        def second = client.execute(get())

        when:
        first.close()

        then:
        second.body.readNBytes(3) == 'sec'.bytes
        server.connections == 1
    }

    def "a reply that is closed at the moment of its end keeps its connection fit for the next"() {
        given:
        serve { it.replyToAll('ok') }
        def pool = new ConnectionPool(server.dialer, 1)
        def connection = pool.dial()
        def body = new ReplyBody(connection, pool, true) {
            @Override
            int more(byte[] target, int offset, int length) {
                -1
            }

            @Override
            void released() {
                inBackground { close() }.get()
            }
        }

        when:
        body.read()

        then:
        pool.take().is(connection)

        cleanup:
        pool.close()
    }

    def "closing the client ends everything that is under way"() {
        given:
        serve(SILENT, ENDLESS)
        def waiting = inBackground { client.execute(get()) }
        waiting.awaitReading()
        def reading = inBackground { client.execute(get()).body.read() }
        reading.awaitReading()

        when:
        client.close()

        then:
        [waiting, reading]*.failure() == [Reason.CLOSED] * 2
    }

    def "a closed client refuses further requests"() {
        given:
        serve { it.replyToAll('ok') }
        client.execute(get()).close()
        client.close()

        expect:
        failureOf { client.execute(get()) }.reason() == Reason.CLOSED
    }

    def "an engine that is silent for longer than allowed is given up: #what"() {
        given:
        server = ScriptedServer.unix(script)
        client = new StreamHttpClient(server.dialer, ReadTimeouts.always(Duration.ofMillis(50)))

        when:
        def failure = failureOf { client.execute(get()).body.bytes }

        then:
        failure.reason() == Reason.READ_TIMED_OUT
        failure.message.contains('50 ms')

        where:
        what                    | script
        'no reply'              | SILENT
        'no end of the headers' | { it.head(); it.send('HTTP/1.1 200 OK\r\n'); it.rest() }
        'no body'               | ENDLESS
        'half a chunk'          | { it.head(); it.send('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab'); it.rest() }
    }

    def "a read timeout counts anew from each byte"() {
        given:
        server = ScriptedServer.unix {
            it.head()
            it.send('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n')
            10.times { n ->
                new CountDownLatch(1).await(160, TimeUnit.MILLISECONDS)
                it.send('x')
            }
        }
        client = new StreamHttpClient(server.dialer, ReadTimeouts.always(Duration.ofMillis(1_500)))

        expect: 'it takes longer than that altogether'
        text(client.execute(get())) == 'x' * 10
    }

    def "each request has the read timeout that is set for it"() {
        given:
        def asked = []
        server = ScriptedServer.unix { it.replyToAll('ok') }
        client = new StreamHttpClient(server.dialer, { method, path ->
            asked << "$method $path".toString()
            Optional.of(Duration.ofSeconds(5))
        })

        when:
        client.execute(get('/a?b')).close()
        client.execute(post('/c')).close()

        then:
        asked == ['GET /a?b', 'POST /c']
    }

    def "a read timeout that is not positive is refused"() {
        when:
        ReadTimeouts.always(limit)

        then:
        thrown(IllegalArgumentException)

        where:
        limit << [Duration.ZERO, Duration.ofSeconds(-1)]
    }

    def "16 threads get each its own replies"() {
        given:
        serve {
            while (true) {
                def path = it.head().split(' ')[1]
                it.reply(path)
            }
        }

        when:
        def replies = (1..16).collect { thread ->
            inBackground { (1..100).collect { text(client.execute(get("/$thread/$it"))) } }
        }*.get()

        then:
        replies == (1..16).collect { thread -> (1..100).collect { "/$thread/$it".toString() } }
        server.connections <= 16
    }
}
