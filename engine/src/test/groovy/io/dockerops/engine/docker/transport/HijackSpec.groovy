package io.dockerops.engine.docker.transport

import io.dockerops.engine.docker.transport.TransportException.Reason
import java.util.concurrent.CountDownLatch

class HijackSpec extends TransportSpecification {

    private static final String UPGRADED =
        'HTTP/1.1 101 UPGRADED\r\nContent-Type: application/vnd.docker.raw-stream\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n'
    private static final String OLD = 'HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\n'

    /** Sends back what it gets, up to its end. */
    private static Closure echo(String reply) {
        return {
            it.head()
            it.bytes(2)
            it.send(reply)
            it.send('echo: ')
            it.send(it.rest())
        }
    }

    def "input goes one way and output the other, each to its end (#how)"() {
        given:
        serve echo(reply)

        when:
        def output = text(client.execute(hijack(new ByteArrayInputStream('hello'.bytes))))

        then:
        output == 'echo: hello'

        where:
        how                              | reply
        'the engine switches protocols'  | UPGRADED
        'the engine answers the old way' | OLD
    }

    def "docker-java, which refuses every status but 2xx, is told that all is well"() {
        given:
        serve echo(UPGRADED)

        when:
        def response = client.execute(hijack(InputStream.nullInputStream()))

        then:
        response.statusCode == 200

        cleanup:
        response?.close()
    }

    def "the engine is asked to switch protocols"() {
        given:
        serve echo(UPGRADED)

        when:
        text(client.execute(hijack(InputStream.nullInputStream())))

        then:
        server.heads[0].contains('\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n')
    }

    def "input is sent as it comes, while the output is being read"() {
        given:
        serve {
            it.head()
            it.bytes(2)
            it.send(UPGRADED)
            3.times { n -> it.send(it.bytes(1)) }
        }
        def input = new PipedInputStream()
        def keyboard = new PipedOutputStream(input)
        def screen = client.execute(hijack(input)).body

        expect:
        ['a', 'b', 'c'].every {
            keyboard.write(it.bytes)
            keyboard.flush()
            screen.read() == (it as char) as int
        }
    }

    def "much goes both ways at once"() {
        given:
        def data = new byte[3_000_000]
        new Random(3).nextBytes(data)
        serve {
            it.head()
            it.bytes(2)
            it.send(UPGRADED)
            100.times { n -> it.send(it.bytes(30_000)) }
        }

        expect:
        client.execute(hijack(new ByteArrayInputStream(data))).body.bytes == data
    }

    def "a refusal is an ordinary reply, and no input is sent"() {
        given:
        serve {
            it.head()
            it.bytes(2)
            it.reply('no such exec', 404)
            it.head()
            it.reply('next')
        }

        when:
        def refusal = client.execute(hijack(new ByteArrayInputStream('hello'.bytes)))

        then:
        refusal.statusCode == 404
        text(refusal) == 'no such exec'

        and:
        text(client.execute(get())) == 'next'
        server.connections == 1
    }

    def "output goes on when input has no end"() {
        given:
        serve { it.head(); it.bytes(2); it.send(UPGRADED + 'done') }

        expect:
        text(client.execute(hijack(new PipedInputStream(new PipedOutputStream())))) == 'done'
    }

    def "the thread that copies the input ends with the exchange: #how"() {
        given:
        serve { it.head(); it.bytes(2); it.send(UPGRADED + 'done'); stay ? it.rest() : null }
        def copying = new CountDownLatch(1)
        Thread copier = null
        def input = new InputStream() {
            @Override
            int read() {
                copier = Thread.currentThread()
                copying.countDown()
                try {
                    new CountDownLatch(1).await()
                } catch (InterruptedException ended) {
                    throw new InterruptedIOException()
                }
                -1
            }
        }
        def response = client.execute(hijack(input))
        copying.await()

        when:
        end.call(response)

        then:
        eventually { assert !copier.alive }

        where:
        how                       | stay  | end
        'the process has ended'   | false | { it.body.bytes }
        'the reply is closed'     | true  | { it.close() }
    }

    def "an input that breaks off does not pass for one that ends"() {
        given:
        serve echo(UPGRADED)
        def broken = new IOException('disk on fire')

        when:
        def failure = failureOf { text(client.execute(hijack(new FailingInput(broken)))) }

        then:
        failure.reason() == Reason.REQUEST_BODY_FAILED
        failure.cause.is(broken)
    }

    def "the connection of a hijacked exchange is not used again"() {
        given:
        serve(echo(UPGRADED), { it.replyToAll('ok') })
        text(client.execute(hijack(InputStream.nullInputStream())))

        when:
        client.execute(get()).close()

        then:
        server.connections == 2
    }

    def "closing a hijacked reply ends its reader, and its input's thread"() {
        given:
        serve { it.head(); it.bytes(2); it.send(UPGRADED); it.rest() }
        def response = client.execute(hijack(new PipedInputStream(new PipedOutputStream())))
        def reading = inBackground { response.body.read() }
        reading.awaitReading()

        when:
        response.close()

        then:
        reading.failure() == Reason.CLOSED
    }
}
