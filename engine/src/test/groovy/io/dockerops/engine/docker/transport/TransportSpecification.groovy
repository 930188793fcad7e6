package io.dockerops.engine.docker.transport

import com.github.dockerjava.transport.DockerHttpClient.Request
import com.github.dockerjava.transport.DockerHttpClient.Response
import io.dockerops.engine.docker.transport.TransportException.Reason
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

/** A client and a scripted server for it. */
@Timeout(30)
abstract class TransportSpecification extends Specification {

    @AutoCleanup
    Socket holder = new Socket()

    @AutoCleanup
    ScriptedServer server

    @AutoCleanup
    StreamHttpClient client

    /** Starts a server with one script per connection, on a Unix socket, and a client for it. */
    void serve(Closure... scripts) {
        server = ScriptedServer.unix(scripts)
        client = new StreamHttpClient(server.dialer)
    }

    static Request get(String path = '/things') {
        Request.builder().method(Request.Method.GET).path(path).build()
    }

    static Request post(String path = '/things') {
        Request.builder().method(Request.Method.POST).path(path).build()
    }

    static Request post(byte[] body) {
        Request.builder().method(Request.Method.POST).path('/things').bodyBytes(body).build()
    }

    static Request post(InputStream body) {
        Request.builder().method(Request.Method.POST).path('/things').body(body).build()
    }

    static Request hijack(InputStream input) {
        Request.builder().method(Request.Method.POST).path('/exec/1/start').bodyBytes('{}'.bytes)
            .hijackedInput(input).build()
    }

    /** The whole body as text; the reply is closed. */
    static String text(Response response) {
        response.withCloseable { it.body.text }
    }

    /** The transport's failure of something that has to fail. */
    static TransportException failureOf(Closure action) {
        try {
            action.call()
        } catch (TransportException e) {
            return e
        } catch (UncheckedIOException e) {
            return (TransportException) e.cause
        }
        throw new AssertionError('Nothing failed')
    }

    /** Runs something on a thread of its own; what it gives or throws is in the result. */
    static Background inBackground(Closure action) {
        def outcome = new CompletableFuture()
        def thread = Thread.startDaemon('in-background') {
            try {
                outcome.complete(action.call())
            } catch (Throwable e) {
                outcome.completeExceptionally(e)
            }
        }
        new Background(thread, outcome)
    }

    /** A port of this machine that nobody listens on and nobody else can get, since a socket holds it. */
    int unheardPort() {
        holder.bind(new InetSocketAddress(InetAddress.loopbackAddress, 0))
        holder.localPort
    }

    static void eventually(Closure condition) {
        new PollingConditions(timeout: 10, delay: 0.01).eventually(condition)
    }

    static class Background {

        final Thread thread
        private final CompletableFuture outcome

        Background(Thread thread, CompletableFuture outcome) {
            this.thread = thread
            this.outcome = outcome
        }

        /** Waits until the thread is inside the JDK's read of a channel. */
        void awaitReading() {
            eventually {
                assert thread.stackTrace.any { it.className.startsWith('sun.nio.ch.') && it.methodName == 'read' }
            }
        }

        Object get() {
            outcome.get(10, TimeUnit.SECONDS)
        }

        Reason failure() {
            try {
                outcome.get(10, TimeUnit.SECONDS)
            } catch (java.util.concurrent.ExecutionException e) {
                return TransportException.in(e).get().reason()
            }
            throw new AssertionError('Nothing failed')
        }
    }
}
