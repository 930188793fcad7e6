package io.dockerops.engine

import io.dockerops.engine.json.Json
import java.nio.ByteBuffer
import java.nio.channels.Channels
import java.nio.channels.SocketChannel
import java.nio.file.Path

/** Calls an engine without the adapter of the product, to see what the product has done. */
class RawEngine {

    private final Path socket

    RawEngine(Path socket) {
        this.socket = socket
    }

    /** The engine that the tests are to use: {@code DOCKER_HOST}, or the default socket. */
    static RawEngine ofTests() {
        new RawEngine(Path.of((System.getenv('DOCKER_HOST') ?: 'unix:///var/run/docker.sock') - 'unix://'))
    }

    /** The answer's body; fails on an error. */
    String call(String method, String path, byte[] body = new byte[0], String type = 'application/json') {
        try (def channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            def head = "$method $path HTTP/1.0\r\nContent-Type: $type\r\nContent-Length: $body.length\r\n\r\n"
            channel.write(ByteBuffer.wrap(head.getBytes('ISO-8859-1')))
            def rest = ByteBuffer.wrap(body)
            while (rest.hasRemaining()) {
                channel.write(rest)
            }
            def answer = new String(Channels.newInputStream(channel).readAllBytes(), 'UTF-8')
            def (answerHead, answerBody) = answer.split('\r\n\r\n', 2) as List
            assert answerHead =~ /^HTTP\/1\.[01] 2/: answer
            return answerBody
        }
    }

    Object json(String method, String path, Object body = null) {
        def answer = call(method, path, body == null ? new byte[0] : Json.write(body).getBytes('UTF-8'))
        answer ? Json.parse(answer) : null
    }

    /** Makes an image of a root file system. */
    void importImage(String tag, byte[] tar) {
        def answer = call('POST', "/images/create?fromSrc=-&repo=$tag&tag=1", tar, 'application/x-tar')
        assert !answer.contains('"error"'): answer
    }

    /** Runs a command in a container of {@code image}, removes it, and gives what it wrote. */
    String run(String image, List<String> command) {
        def id = json('POST', '/containers/create', [Image: "$image:1".toString(), Cmd: command, Tty: true]).Id
        try {
            call('POST', "/containers/$id/start")
            def code = json('POST', "/containers/$id/wait").StatusCode
            def log = call('GET', "/containers/$id/logs?stdout=1&stderr=1").replace('\r', '')
            assert code == 0: log
            return log
        } finally {
            call('DELETE', "/containers/$id?force=1&v=1")
        }
    }

    void removeImage(String tag) {
        call('DELETE', "/images/$tag:1?force=1")
    }
}
