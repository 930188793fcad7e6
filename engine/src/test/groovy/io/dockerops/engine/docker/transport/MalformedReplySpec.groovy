package io.dockerops.engine.docker.transport

import static io.dockerops.engine.docker.transport.TransportException.Reason.CONNECTION_LOST
import static io.dockerops.engine.docker.transport.TransportException.Reason.MALFORMED_REPLY

class MalformedReplySpec extends TransportSpecification {

    private static final String CHUNKED = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'

    def "#what is reported as #reason"() {
        given:
        serve { it.head(); it.send(reply) }

        when:
        def failure = failureOf { text(client.execute(get('/v1.41/info?secret=1'))) }

        then:
        failure.reason() == reason
        failure.message.contains(words)
        failure.message.startsWith(server.dialer.address() + ': ')
        failure.message.contains('GET /v1.41/info')
        !failure.message.contains('secret')

        where:
        what                          | reply                                                          || reason          | words
        'no reply at all'             | ''                                                             || CONNECTION_LOST | 'without an answer'
        'half a status line'          | 'HTTP/'                                                        || CONNECTION_LOST | 'status line'
        'no end of the status line'   | 'HTTP/1.1 200'                                                 || CONNECTION_LOST | 'in the middle of a line'
        'no end of the headers'       | 'HTTP/1.1 200 OK\r\nA: b\r\n'                                  || CONNECTION_LOST | 'in the middle of a line'
        'a body cut short'            | 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc'             || CONNECTION_LOST | '7 bytes before'
        'a chunk cut short'           | CHUNKED + '5\r\nhe'                                            || CONNECTION_LOST | 'middle of a chunk'
        'an end between chunks'       | CHUNKED + '2\r\nhe\r\n'                                        || CONNECTION_LOST | 'middle of a line'
        'an end in the trailers'      | CHUNKED + '0\r\nA: b\r\n'                                      || CONNECTION_LOST | 'middle of a line'
        'another protocol'            | 'SSH-2.0-OpenSSH_9.2\r\n'                                      || MALFORMED_REPLY | 'SSH-2.0-OpenSSH_9.2'
        'escape sequences'            | 'abc\u001b[31mdef'                                             || MALFORMED_REPLY | 'abc?[31mdef'
        'TLS'                         | '\u0015\u0003\u0001\u0000\u0002\u0002\u0046'                   || MALFORMED_REPLY | 'wants TLS'
        'another version'             | 'HTTP/2 200 OK\r\n\r\n'                                        || MALFORMED_REPLY | 'HTTP/1.1'
        'no status'                   | 'HTTP/1.1 OK\r\n\r\n'                                          || MALFORMED_REPLY | 'status'
        'an empty status line'        | 'HTTP/1.\r\n\r\n'                                              || MALFORMED_REPLY | 'status'
        'a status of four digits'     | 'HTTP/1.1 2000 OK\r\n\r\n'                                     || MALFORMED_REPLY | 'status'
        'a negative status'           | 'HTTP/1.1 -20 OK\r\n\r\n'                                      || MALFORMED_REPLY | 'status'
        'a header without colon'      | 'HTTP/1.1 200 OK\r\nfoo\r\n\r\n'                               || MALFORMED_REPLY | '"foo" is not a header'
        'a header without name'       | 'HTTP/1.1 200 OK\r\n: foo\r\n\r\n'                             || MALFORMED_REPLY | 'not a header'
        'a folded header'             | 'HTTP/1.1 200 OK\r\nA: b\r\n c: d\r\n\r\n'                     || MALFORMED_REPLY | 'not a header'
        'an endless header'           | "HTTP/1.1 200 OK\r\nA: ${'x' * 300_000}\r\n\r\n"               || MALFORMED_REPLY | 'limit of'
        'endless headers'             | "HTTP/1.1 200 OK\r\n${'A: bcdefgh\r\n' * 30_000}\r\n"          || MALFORMED_REPLY | 'limit of'
        'endless interim replies'     | 'HTTP/1.1 100 Continue\r\n\r\n' * 20_000                       || MALFORMED_REPLY | 'limit of'
        'a length that is no number'  | 'HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n'               || MALFORMED_REPLY | '"ten"'
        'a negative length'           | 'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n'                || MALFORMED_REPLY | '"-1"'
        'a length with a sign'        | 'HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\na'               || MALFORMED_REPLY | '"+1"'
        'two lengths'                 | 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab' || MALFORMED_REPLY | '"1,2"'
        'an unknown coding'           | 'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n'  || MALFORMED_REPLY | 'gzip'
        'a chunk without size'        | CHUNKED + 'hello\r\n'                                          || MALFORMED_REPLY | 'size'
        'an empty size'               | CHUNKED + '\r\n'                                               || MALFORMED_REPLY | 'size'
        'a negative size'             | CHUNKED + '-1\r\n'                                             || MALFORMED_REPLY | 'size'
        'a size beyond all limits'    | CHUNKED + 'ffffffffffffffffffff\r\n'                           || MALFORMED_REPLY | 'digits'
        'an endless size'             | CHUNKED + '1;' + 'x' * 10_000                                  || MALFORMED_REPLY | 'limit of'
        'a chunk longer than its size'| CHUNKED + '2\r\nhello\r\n0\r\n\r\n'                            || MALFORMED_REPLY | 'longer than announced'
        'a protocol not asked for'    | 'HTTP/1.1 101 Switching Protocols\r\n\r\n'                     || MALFORMED_REPLY | 'switched protocols'
    }

    def "a body that has failed fails again when it is read again"() {
        given:
        serve { it.head(); it.send(CHUNKED + '2\r\nhello\r\n0\r\n\r\n') }
        def body = client.execute(get()).body
        def first = failureOf { body.readAllBytes() }

        when:
        def second = failureOf { body.read() }

        then:
        second.reason() == first.reason()
    }

    def "the connection of a malformed reply is not used again"() {
        given:
        serve { it.head(); it.send('HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n'); it.rest() } { it.replyToAll('ok') }
        failureOf { client.execute(get()) }

        expect:
        text(client.execute(get())) == 'ok'
        server.connections == 2
    }
}
