package io.dockerops.engine.docker

import io.dockerops.engine.model.Host
import io.dockerops.engine.model.HostAddress
import io.dockerops.engine.model.HostId
import io.dockerops.engine.port.HostUnreachable
import io.dockerops.engine.port.HostUnreachable.Reason
import java.net.StandardProtocolFamily
import java.nio.ByteBuffer
import java.nio.channels.ServerSocketChannel
import java.nio.channels.SocketChannel
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class DockerHostsSpec extends Specification {

    @TempDir
    Path folder

    @AutoCleanup
    DockerHosts hosts = hosts([:])

    def "without a socket no engine runs, and both ways out are told"() {
        when:
        hosts.engine(Host.LOCAL)

        then:
        def unreachable = thrown(HostUnreachable)
        unreachable.reason() == Reason.NOT_RUNNING
        unreachable.message.contains("unix://${folder.resolve('one.sock')}")
        unreachable.hint().get().contains('start Docker')
        unreachable.hint().get().contains('--with-engine')
    }

    def "a socket that an engine has left behind is no engine"() {
        given:
        bind('one.sock').close()

        when:
        hosts.engine(Host.LOCAL)

        then:
        def unreachable = thrown(HostUnreachable)
        unreachable.reason() == Reason.NOT_RUNNING
    }

    def "the first socket with an engine is taken"() {
        given:
        bind('one.sock').close()
        def server = answering('two.sock')

        expect:
        hosts.engine(Host.LOCAL) != null

        cleanup:
        server.close()
    }

    def "of several failures that is told which is more than a missing socket"() {
        given:
        Files.createFile(folder.resolve('one.sock'))
        def server = bind('two.sock')
        Thread.startDaemon { server.accept().close() }

        when:
        hosts.engine(Host.LOCAL)

        then:
        def unreachable = thrown(HostUnreachable)
        unreachable.reason() == Reason.LOST
        unreachable.message.contains('two.sock')

        cleanup:
        server.close()
    }

    def "a host has one engine, however often it is asked for"() {
        given:
        def server = answering('one.sock')
        def unix = new HostAddress.Unix(folder.resolve('one.sock'))

        expect:
        hosts.engine(new Host(new HostId('a'), unix)).is(hosts.engine(new Host(new HostId('b'), unix)))

        cleanup:
        server.close()
    }

    def "a host that could not be reached is tried anew"() {
        given:
        def host = new Host(new HostId('a'), new HostAddress.Unix(folder.resolve('one.sock')))
        def server = null

        when:
        hosts.engine(host)

        then:
        thrown(HostUnreachable)

        when:
        server = answering('one.sock')

        then:
        hosts.engine(host) != null

        cleanup:
        server?.close()
    }

    def "hosts by SSH are refused with what can be done in place of it"() {
        when:
        hosts.engine(new Host(new HostId('a'), new HostAddress.Ssh(Optional.of('me'), 'example.org', Optional.empty())))

        then:
        def unreachable = thrown(HostUnreachable)
        unreachable.message == '`ssh://me@example.org`: this version of DockerOps does not connect to hosts by SSH'
        unreachable.hint().present
    }

    def "a name without an address is no connection"() {
        when:
        hosts.engine(new Host(new HostId('a'), new HostAddress.Tcp('no-such-host.invalid', 2375, Optional.empty())))

        then:
        def unreachable = thrown(HostUnreachable)
        unreachable.reason() == Reason.NO_CONNECTION
    }

    def "a port where nobody listens is an engine that does not run"() {
        when:
        hosts.engine(new Host(new HostId('a'), new HostAddress.Tcp('127.0.0.1', 1, Optional.empty())))

        then:
        def unreachable = thrown(HostUnreachable)
        unreachable.reason() == Reason.NOT_RUNNING
    }

    def "missing certificates are told with their path"() {
        when:
        hosts.engine(new Host(new HostId('a'), new HostAddress.Tcp('127.0.0.1', 1, Optional.of(folder))))

        then:
        def unreachable = thrown(HostUnreachable)
        unreachable.reason() == Reason.NO_CONNECTION
        unreachable.message.contains(folder.resolve('ca.pem').toString())
    }

    def "DOCKER_HOST goes over the sockets"() {
        given:
        def server = answering('other.sock')
        def own = hosts(DOCKER_HOST: "unix://${folder.resolve('other.sock')}".toString())

        expect:
        own.engine(Host.LOCAL) != null

        cleanup:
        own.close()
        server.close()
    }

    def "an engine that takes a connection and says nothing is given up"() {
        given:
        def silent = bind('one.sock')
        def own = hosts([:], new SilenceLimits(Duration.ofMillis(200)))

        when:
        own.engine(Host.LOCAL)

        then:
        def unreachable = thrown(HostUnreachable)
        unreachable.message.contains("unix://${folder.resolve('one.sock')}")
        unreachable.hint().present

        cleanup:
        own.close()
        silent.close()
    }

    def "#method #path has #what"() {
        expect:
        SilenceLimits.DEFAULT.of(method, path).present == limited

        where:
        method | path                                      || limited
        'GET'  | '/_ping'                                  || true
        'HEAD' | '/_ping'                                  || true
        'GET'  | '/v1.41/containers/json?all=true'         || true
        'GET'  | '/v1.41/containers/web/json'              || true
        'GET'  | '/v1.41/images/registry:5000/a:b/json'    || true
        'GET'  | '/v1.41/networks?filters=%7B%7D'          || true
        'GET'  | '/v1.41/volumes'                          || true
        'GET'  | '/v1.41/info'                             || true
        'GET'  | '/v1.41/events?since=0'                   || false
        'GET'  | '/v1.41/containers/web/logs?follow=true'  || false
        'POST' | '/v1.41/containers/web/wait'              || false
        'POST' | '/v1.41/images/create?fromImage=a'        || false
        'POST' | '/v1.41/build?t=a'                        || false
        'POST' | '/v1.41/containers/web/stop?t=10'         || false
        what = limited ? 'a limit' : 'no limit'
    }

    private DockerHosts hosts(Map<String, String> environment, SilenceLimits silence = SilenceLimits.DEFAULT) {
        def sockets = [folder.resolve('one.sock'), folder.resolve('two.sock')]
        new DockerHosts(environment, folder, sockets, ApiVersion.NEWEST, silence)
    }

    private ServerSocketChannel bind(String name) {
        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(folder.resolve(name)))
    }

    /** Answers whatever it is asked as an engine answers a ping. */
    private ServerSocketChannel answering(String name) {
        Files.deleteIfExists(folder.resolve(name))
        def server = bind(name)
        Thread.startDaemon {
            while (server.open) {
                try (SocketChannel channel = server.accept()) {
                    channel.read(ByteBuffer.allocate(4096))
                    channel.write(ByteBuffer.wrap('HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Length: 2\r\n\r\nOK'.bytes))
                } catch (IOException ignored) {
                    // The spec has ended.
                }
            }
        }
        server
    }
}
