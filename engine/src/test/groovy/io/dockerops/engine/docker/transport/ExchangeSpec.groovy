package io.dockerops.engine.docker.transport

import com.github.dockerjava.transport.DockerHttpClient.Request
import javax.net.ssl.SSLHandshakeException

class ExchangeSpec extends TransportSpecification {

    def "status, headers and body of a reply are handed over"() {
        given:
        serve { it.head(); it.send('HTTP/1.1 404 Not Found\r\nApi-Version: 1.41\r\nContent-Length: 2\r\n\r\nno') }

        when:
        def response = client.execute(get())

        then:
        response.statusCode == 404
        response.getHeader('Api-Version') == '1.41'
        text(response) == 'no'
    }

    def "a request has a head, a host and the caller's headers"() {
        given:
        serve { it.head(); it.reply('') }
        def request = Request.builder().method(Request.Method.GET).path('/v1.41/info?a=b').putHeader('Accept', 'x').build()

        when:
        client.execute(request).close()

        then:
        server.heads == ['GET /v1.41/info?a=b HTTP/1.1\r\nHost: docker\r\nAccept: x\r\n\r\n']
    }

    def "a body in memory is sent with its length"() {
        given:
        def received
        serve { it.head(); received = it.bytes(5); it.reply('') }

        when:
        client.execute(post('hello'.bytes)).close()

        then:
        server.heads[0].contains('\r\nContent-Length: 5\r\n')
        received == 'hello'.bytes
    }

    def "a request that may have effects and has no body says so"() {
        given:
        serve { it.head(); it.reply('') }

        when:
        client.execute(post()).close()

        then:
        server.heads[0].contains('\r\nContent-Length: 0\r\n')
    }

    def "a body from a stream is sent in chunks"() {
        given:
        def received
        serve { it.head(); received = it.chunks(); it.reply('') }
        def body = new byte[100_000]
        new Random(1).nextBytes(body)

        when:
        client.execute(post(new ByteArrayInputStream(body))).close()

        then:
        server.heads[0].contains('\r\nTransfer-Encoding: chunked\r\n')
        !server.heads[0].contains('Content-Length')
        received.content == body
    }

    def "a body from a stream is sent as it comes, never gathered in memory"() {
        given:
        def received
        serve { it.head(); received = it.chunks(); it.reply('') }
        def inTwoParts = new SequenceInputStream(new ByteArrayInputStream('one'.bytes), new ByteArrayInputStream('three'.bytes))

        when:
        client.execute(post(inTwoParts)).close()

        then:
        received.sizes == [3, 5, 0]
    }

    def "an empty stream is an empty body"() {
        given:
        def received
        serve { it.head(); received = it.chunks(); it.reply('') }

        when:
        client.execute(post(InputStream.nullInputStream())).close()

        then:
        received.sizes == [0]
    }

    def "the caller's header #name is left out"() {
        given:
        serve { it.head(); it.reply('') }
        def request = Request.builder().method(Request.Method.GET).path('/').putHeader(name, 'mine').build()

        when:
        client.execute(request).close()

        then:
        !server.heads[0].contains('mine')

        where:
        name << ['Host', 'content-length', 'Transfer-Encoding', 'Connection', 'Expect', 'Upgrade']
    }

    def "what would smuggle in a second request is refused: #what"() {
        given:
        serve { it.head(); it.reply('') }

        when:
        client.execute(request)

        then:
        thrown(IllegalArgumentException)
        server.connections == 0

        where:
        what                | request
        'path with space'   | get('/a b')
        'path with newline' | get('/a\r\nb: c')
        'path not in ASCII' | get('/ä')
        'empty path'        | get('')
        'header value'      | Request.builder().method('GET').path('/').putHeader('a', 'b\r\nc: d').build()
        'header name'       | Request.builder().method('GET').path('/').putHeader('a b', 'c').build()
        'method'            | Request.builder().method('GET /').path('/').build()
    }

    def "chunks are put together: #what"() {
        given:
        serve { it.head(); it.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n$chunks") }

        expect:
        text(client.execute(get())) == 'hello'

        where:
        what               | chunks
        'one'              | '5\r\nhello\r\n0\r\n\r\n'
        'two'              | '2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n'
        'with extensions'  | '5;a=b\r\nhello\r\n0 ; c\r\n\r\n'
        'with trailers'    | '5\r\nhello\r\n0\r\nDigest: 1\r\nOther: 2\r\n\r\n'
        'leading zeros'    | '0005\r\nhello\r\n000\r\n\r\n'
        'line feeds alone' | '5\nhello\n0\n\n'
    }

    def "sizes of chunks are hexadecimal, of either case"() {
        given:
        serve {
            it.head()
            it.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1a\r\n${'x' * 26}\r\n1B\r\n${'x' * 27}\r\n0\r\n\r\n")
        }

        expect:
        text(client.execute(get())) == 'x' * 53
    }

    def "bytes of a chunk are handed over before the chunk is complete"() {
        given:
        serve {
            it.head()
            it.send('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe')
            it.rest()
        }

        when:
        def response = client.execute(get())

        then:
        response.body.read(new byte[100]) == 2

        cleanup:
        response.close()
    }

    def "a body without length or chunks lasts until the connection ends"() {
        given:
        serve { it.head(); it.send('HTTP/1.1 200 OK\r\n\r\nhello') }

        expect:
        text(client.execute(get())) == 'hello'
    }

    def "a large body arrives unchanged"() {
        given:
        def body = new byte[300_000]
        new Random(2).nextBytes(body)
        serve { it.head(); it.send("HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n"); it.send(body) }

        expect:
        client.execute(get()).body.readAllBytes() == body
    }

    def "#what has no body, and the next one is read from the right place"() {
        given:
        serve { it.head(); it.send(reply); it.head(); it.reply('next') }

        when:
        def first = text(client.execute(Request.builder().method(method).path('/').build()))
        def second = text(client.execute(get()))

        then:
        first == ''
        second == 'next'
        server.connections == 1

        where:
        what                        | method | reply
        'a reply to HEAD'           | 'HEAD' | 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n'
        'a chunked reply to HEAD'   | 'HEAD' | 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'
        'status 204'                | 'POST' | 'HTTP/1.1 204 No Content\r\n\r\n'
        'status 304'                | 'POST' | 'HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n'
        'a reply of length 0'       | 'GET'  | 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'
    }

    def "interim replies are passed over"() {
        given:
        serve { it.head(); it.send('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n'); it.reply('end') }

        when:
        def response = client.execute(get())

        then:
        response.statusCode == 200
        text(response) == 'end'
    }

    def "headers are found in any case: #name"() {
        given:
        serve { it.head(); it.send('HTTP/1.1 200 OK\r\ncOnTeNt-LeNgTh: 2\r\nx-multi: 1\r\nX-Multi:2\r\n\r\nok') }

        when:
        def response = client.execute(get())

        then:
        text(response) == 'ok'
        response.headers[name] == ['1', '2']

        where:
        name << ['X-Multi', 'x-multi', 'X-MULTI']
    }

    def "a status line without words is one"() {
        given:
        serve { it.head(); it.send("HTTP/1.1 200$rest\r\nContent-Length: 2\r\n\r\nok") }

        expect:
        text(client.execute(get())) == 'ok'

        where:
        rest << ['', ' ']
    }

    def "an engine that refuses an upload and hangs up is heard"() {
        given:
        serve {
            it.head()
            it.send('HTTP/1.1 413 Too Large\r\nContent-Length: 7\r\nConnection: close\r\n\r\ntoo big')
        }

        when:
        def response = client.execute(post(endless()))

        then:
        response.statusCode == 413
        text(response) == 'too big'
    }

    def "what the engine says about TLS before it hangs up is told, rather than that it hung up"() {
        given:
        def input = new FailingInput(new SSLHandshakeException('bad_certificate'), 0)
        def output = new OutputStream() {
            @Override
            void write(int value) {
                throw new SocketException('Broken pipe')
            }
        }
        def connection = [input: { input }, output: { output }, close: {}] as ByteConnection
        client = new StreamHttpClient([dial: { connection }, address: { 'test://' }, hostHeader: { 'x' }] as Dialer)

        when:
        def failure = failureOf { client.execute(get()) }

        then:
        failure.reason() == TransportException.Reason.TLS_FAILED
        failure.message.contains('bad_certificate')
    }

    def "a stream that cannot be read is told apart from an engine that cannot be reached"() {
        given:
        serve { it.head(); it.chunks(); it.reply('') }
        def broken = new IOException('disk on fire')

        when:
        def failure = failureOf { client.execute(post(new FailingInput(broken))) }

        then:
        failure.reason() == TransportException.Reason.REQUEST_BODY_FAILED
        failure.cause.is(broken)
        failure.message.contains('disk on fire')
    }

    private static InputStream endless() {
        new InputStream() {
            @Override
            int read() {
                1
            }
        }
    }
}
