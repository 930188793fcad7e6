package io.dockerops.engine.docker.transport

import static io.dockerops.engine.docker.transport.TransportException.Reason.CONNECTION_REFUSED
import static io.dockerops.engine.docker.transport.TransportException.Reason.CONNECT_TIMED_OUT
import static io.dockerops.engine.docker.transport.TransportException.Reason.INTERRUPTED
import static io.dockerops.engine.docker.transport.TransportException.Reason.NO_SUCH_SOCKET
import static io.dockerops.engine.docker.transport.TransportException.Reason.UNREACHABLE

import java.nio.channels.ServerSocketChannel
import java.nio.channels.SocketChannel
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Duration
import java.util.concurrent.TimeUnit
import spock.lang.TempDir

class UnixDialerSpec extends TransportSpecification {

    @TempDir
    Path folder

    def "the address is the socket's"() {
        expect:
        new UnixDialer(Path.of('/run/docker.sock'), Duration.ofSeconds(1)).address() == 'unix:///run/docker.sock'
    }

    def "a socket that is not there is told apart: #what"() {
        given:
        Files.createFile(folder.resolve('file'))

        when:
        def failure = failureToDial(folder.resolve(name))

        then:
        failure.reason() == reason
        failure.message.startsWith("unix://${folder.resolve(name)}: $words")

        where:
        what               | name               || reason         | words
        'nothing there'    | 'none'             || NO_SUCH_SOCKET | 'no such socket'
        'no folder either' | 'none/none'        || NO_SUCH_SOCKET | 'no such socket'
        'a file'           | 'file'             || NO_SUCH_SOCKET | 'is not a socket'
        'below a file'     | 'file/none'        || NO_SUCH_SOCKET | 'no such socket'
        'a folder'         | '.'                || NO_SUCH_SOCKET | 'is not a socket'
        'an endless name'  | 'x' * 400          || NO_SUCH_SOCKET | 'no such socket'
    }

    def "a socket whose path is too long for sockets is named as unreachable, with the system's words"() {
        given:
        def deep = Files.createDirectory(folder.resolve('d' * 120))
        def shortcut = Files.createSymbolicLink(folder.resolve('s'), deep)
        def listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        listener.bind(UnixDomainSocketAddress.of(shortcut.resolve('socket')))

        when:
        def failure = failureToDial(deep.resolve('socket'))

        then:
        failure.reason() == UNREACHABLE
        failure.message.contains('too long')

        cleanup:
        listener?.close()
    }

    def "a socket that nobody listens on is told apart"() {
        given:
        def socket = folder.resolve('dead')
        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket)).close()

        when:
        def failure = failureToDial(socket)

        then:
        failure.reason() == CONNECTION_REFUSED
        failure.message.contains('connection refused')
    }

    def "a socket that this user may not use is told apart: #what"() {
        given: 'a program that dials as a user without rights, since nothing is forbidden to root'
        def open = Files.createDirectory(folder.resolve('open'))
        def closed = Files.createDirectory(folder.resolve('closed'))
        def listeners = [open, closed].collect {
            ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(it.resolve('socket')))
        }
        Files.setPosixFilePermissions(open.resolve('socket'), PosixFilePermissions.fromString('---------'))
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString('---------'))
        def classes = readableCopyOfClasses()

        when:
        def output = runUnprivileged(classes, folder.resolve(socket))

        then:
        output == "PERMISSION_DENIED unix://${folder.resolve(socket)}: permission denied$rest"

        cleanup:
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString('rwx------'))
        listeners*.close()

        where:
        what                        | socket          || rest
        'the socket is forbidden'   | 'open/socket'   || ': this user may not write to the socket'
        'a folder on the way is'    | 'closed/socket' || ' on the way to the socket'
    }

    def "an engine that does not accept is given up after the connect timeout"() {
        given:
        def (listener, waiting) = fullQueue()

        when:
        def failure = failureOf { new UnixDialer(folder.resolve('full'), Duration.ofMillis(100)).dial() }

        then:
        failure.reason() == CONNECT_TIMED_OUT
        failure.message.contains('100 ms')

        cleanup:
        waiting*.close()
        listener.close()
    }

    def "an engine that accepts late is waited for"() {
        given:
        def (listener, waiting) = fullQueue()
        def dialling = inBackground { new UnixDialer(folder.resolve('full'), Duration.ofSeconds(20)).dial() }
        awaitConnecting(dialling)

        when:
        3.times { listener.accept() }

        then:
        dialling.get() != null

        cleanup:
        waiting*.close()
        listener.close()
    }

    def "interrupting a thread that is connecting ends its call"() {
        given:
        def (listener, waiting) = fullQueue()
        def dialling = inBackground { new UnixDialer(folder.resolve('full'), Duration.ofSeconds(20)).dial() }
        awaitConnecting(dialling)

        when:
        dialling.thread.interrupt()

        then:
        dialling.failure() == INTERRUPTED

        cleanup:
        waiting*.close()
        listener.close()
    }

    def "a connect timeout that is not positive is refused"() {
        when:
        new UnixDialer(folder, limit)

        then:
        thrown(IllegalArgumentException)

        where:
        limit << [Duration.ZERO, Duration.ofMillis(-1)]
    }

    private static TransportException failureToDial(Path socket) {
        failureOf { new UnixDialer(socket, Duration.ofSeconds(10)).dial() }
    }

    /** A listener that accepts nobody, and as many connections as its queue holds. */
    private List fullQueue() {
        def address = UnixDomainSocketAddress.of(folder.resolve('full'))
        def listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(address, 1)
        def waiting = []
        try {
            while (true) {
                def channel = SocketChannel.open(StandardProtocolFamily.UNIX)
                waiting << channel
                channel.configureBlocking(false)
                channel.connect(address)
            }
        } catch (IOException ignored) {
            // Full.
        }
        [listener, waiting]
    }

    private static void awaitConnecting(Background dialling) {
        eventually {
            assert dialling.thread.stackTrace.any { it.methodName == 'connectPatiently' }
        }
    }

    private Path readableCopyOfClasses() {
        def from = Path.of(UnixDialer.protectionDomain.codeSource.location.toURI())
        def test = Path.of(DialOnce.protectionDomain.codeSource.location.toURI())
        def target = Files.createDirectory(folder.resolve('classes'))
        def name = UnixDialer.packageName.replace('.', '/')
        def copied = Files.createDirectories(target.resolve(name))
        [from, test].each { root ->
            root.resolve(name).toFile().listFiles({ it.name.endsWith('.class') } as FileFilter).each {
                Files.copy(it.toPath(), copied.resolve(it.name))
            }
        }
        target
    }

    private String runUnprivileged(Path classes, Path socket) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def command = [java, '-Xshare:auto', '-cp', classes.toString(), DialOnce.name, socket.toString()]
        if (System.getProperty('user.name') == 'root') {
            folder.toFile().setReadable(true, false)
            folder.toFile().setExecutable(true, false)
            command = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] + command
        }
        def process = new ProcessBuilder(command).redirectErrorStream(true).directory(new File('/')).start()
        assert process.waitFor(20, TimeUnit.SECONDS)
        process.inputStream.text.trim()
    }
}
