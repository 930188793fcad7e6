package io.dockerops.engine.docker

import com.github.dockerjava.api.exception.ConflictException
import com.github.dockerjava.api.exception.InternalServerErrorException
import com.github.dockerjava.api.exception.NotFoundException
import io.dockerops.engine.docker.transport.TransportException
import io.dockerops.engine.docker.transport.TransportException.Reason as Cause
import io.dockerops.engine.port.Cancelled
import io.dockerops.engine.port.EngineException
import io.dockerops.engine.port.EngineRefused
import io.dockerops.engine.port.HostUnreachable
import io.dockerops.engine.port.HostUnreachable.Reason
import spock.lang.Specification

class EngineFailuresSpec extends Specification {

    def "the engine's own words are kept: #body"() {
        expect:
        with(EngineFailures.refused(500, body)) {
            engineMessage() == words
            status() == 500
        }

        where:
        body                                | words
        '{"message": "port is \\"taken\\""}' | 'port is "taken"'
        '{"error": "x"}'                    | '{"error": "x"}'
        'Bad gateway\n'                     | 'Bad gateway'
        ''                                  | 'HTTP status 500'
    }

    def "a transport that failed by #cause makes a host unreachable: #reason"() {
        when:
        def failure = EngineFailures.whileConnecting(new UncheckedIOException(lost(cause)))

        then:
        failure instanceof HostUnreachable
        failure.reason() == reason
        failure.message.contains('unix:///x.sock: it')
        failure.hint().get().contains(hint)

        where:
        cause                    | reason                | hint
        Cause.NO_SUCH_SOCKET     | Reason.NOT_RUNNING    | '`dockerops run --with-engine`, or `dockerops engine start`'
        Cause.CONNECTION_REFUSED | Reason.NOT_RUNNING    | 'start Docker'
        Cause.PERMISSION_DENIED  | Reason.NO_PERMISSION  | 'group `docker`'
        Cause.UNKNOWN_HOST       | Reason.NO_CONNECTION  | "host's address"
        Cause.UNREACHABLE        | Reason.NO_CONNECTION  | "host's address"
        Cause.CONNECT_TIMED_OUT  | Reason.NO_CONNECTION  | "host's address"
        Cause.TLS_MATERIAL       | Reason.NO_CONNECTION  | 'ca.pem'
        Cause.TLS_FAILED         | Reason.NO_CONNECTION  | 'ca.pem'
        Cause.READ_TIMED_OUT     | Reason.LOST           | 'still runs'
        Cause.CONNECTION_LOST    | Reason.LOST           | 'still runs'
        Cause.MALFORMED_REPLY    | Reason.LOST           | 'still runs'
    }

    def "an engine elsewhere is started elsewhere"() {
        given:
        def failure = EngineFailures.whileConnecting(new TransportException(Cause.CONNECTION_REFUSED, 'tcp://h:1', 'it', null))

        expect:
        failure.hint().get() == "start the engine on that host, or correct the host's address"
    }

    def "an engine that has answered before is lost when it does not any more: #cause"() {
        expect:
        EngineFailures.of(lost(cause)).reason() == Reason.LOST

        where:
        cause << [Cause.NO_SUCH_SOCKET, Cause.CONNECTION_REFUSED, Cause.CONNECTION_LOST]
    }

    def "what was ended from this side was cancelled: #cause"() {
        expect:
        EngineFailures.of(lost(cause)) instanceof Cancelled

        where:
        cause << [Cause.INTERRUPTED, Cause.CLOSED]
    }

    def "an interrupted wait was cancelled, and its thread stays interrupted"() {
        expect:
        EngineFailures.of(new InterruptedException()) instanceof Cancelled
        Thread.interrupted()
    }

    def "docker-java's #exception.class.simpleName becomes the engine's refusal"() {
        expect:
        with(EngineFailures.of(new RuntimeException(exception))) {
            it instanceof EngineRefused
            status() == expected
            engineMessage() == 'the words'
        }

        where:
        exception                                                     | expected
        new NotFoundException('{"message":"the words"}')              | 404
        new ConflictException('{"message":"the words"}')              | 409
        new InternalServerErrorException('the words')                 | 500
    }

    def "a failure that the input of a request brought along is that failure"() {
        given:
        def own = new EngineException.Failed('the tool failed', 'install it')

        expect:
        EngineFailures.of(new TransportException(Cause.REQUEST_BODY_FAILED, 'a', 'b', new IOException(own))).is(own)
        EngineFailures.of(new TransportException(Cause.REQUEST_BODY_FAILED, 'a', 'b', new IOException('disk'))) instanceof EngineException.Failed
    }

    def "an answer that cannot be read is told"() {
        expect:
        EngineFailures.of(new IOException('odd')).message == "the engine's answer cannot be read: odd"
    }

    def "an error in this program stays what it is"() {
        given:
        def bug = new NullPointerException()

        expect:
        EngineFailures.of(bug).is(bug)
    }

    private static TransportException lost(Cause cause) {
        new TransportException(cause, 'unix:///x.sock', 'it', null)
    }
}
