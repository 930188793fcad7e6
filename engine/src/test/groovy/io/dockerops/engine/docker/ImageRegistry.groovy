package io.dockerops.engine.docker

import io.dockerops.engine.json.Json
import java.security.MessageDigest
import java.util.zip.GZIPOutputStream

/** A registry with one image, which engines of this machine may use without TLS since it listens on loopback. */
class ImageRegistry implements AutoCloseable {

    private static final MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json'

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.loopbackAddress)
    private final Map<String, byte[]> blobs = [:]
    private final byte[] manifest
    private final String login

    /**
     * @param layer the image's only layer, a tar
     * @param login {@code user:password}, or empty when everybody may pull
     * @param architecture what the image is made for
     */
    ImageRegistry(byte[] layer, String login = '', String architecture = 'amd64') {
        this.login = login
        def zipped = new ByteArrayOutputStream()
        new GZIPOutputStream(zipped).withStream { it.write(layer) }
        def config = Json.write([
            architecture: architecture, os: 'linux', config: [Labels: [from: 'registry']],
            rootfs: [type: 'layers', diff_ids: [digest(layer)]], history: [[created_by: 'spec']]]).bytes
        manifest = Json.write([
            schemaVersion: 2, mediaType: MANIFEST,
            config: blob(config, 'application/vnd.docker.container.image.v1+json'),
            layers: [blob(zipped.toByteArray(), 'application/vnd.docker.image.rootfs.diff.tar.gzip')]]).bytes
        Thread.startDaemon {
            while (!server.closed) {
                try {
                    def socket = server.accept()
                    Thread.startDaemon { serve(socket) }
                } catch (SocketException ignored) {
                    // The spec has ended.
                }
            }
        }
    }

    /** The image's name, which any repository has with the tag {@code 1}. */
    String name(String repository) {
        "127.0.0.1:${server.localPort}/$repository"
    }

    String manifestDigest() {
        digest(manifest)
    }

    private Map blob(byte[] content, String type) {
        blobs[digest(content)] = content
        [mediaType: type, size: content.length, digest: digest(content)]
    }

    private static String digest(byte[] content) {
        'sha256:' + MessageDigest.getInstance('SHA-256').digest(content).encodeHex()
    }

    private void serve(Socket socket) {
        socket.withStreams { input, output ->
            def head = head(input)
            // Engines try TLS first, which begins with this byte, and take a closed connection for a no.
            if (head && head[0].charAt(0) != (char) 0x16) {
                answer(head, output)
            }
        }
    }

    private static List<String> head(InputStream input) {
        def lines = []
        def line = new StringBuilder()
        for (int next = input.read(); next >= 0; next = input.read()) {
            if (next == 0x16) {
                return ['\u0016']
            }
            if (next == (int) ('\n' as char)) {
                if (!line) {
                    return lines
                }
                lines << line.toString()
                line.length = 0
            } else if (next != (int) ('\r' as char)) {
                line.append((char) next)
            }
        }
        lines
    }

    private void answer(List<String> head, OutputStream output) {
        def (method, path) = head[0].split(' ')
        def last = path.substring(path.lastIndexOf('/') + 1)
        if (login && !head.contains("Authorization: Basic ${login.bytes.encodeBase64()}".toString())) {
            send(output, method, '401 Unauthorized', 'application/json\r\nWWW-Authenticate: Basic realm="spec"', error('UNAUTHORIZED', 'who are you?'))
        } else if (path == '/v2/') {
            send(output, method, '200 OK', 'application/json', '{}'.bytes)
        } else if (path.contains('/manifests/') && last in ['1', manifestDigest()]) {
            send(output, method, '200 OK', "$MANIFEST\r\nDocker-Content-Digest: ${manifestDigest()}", manifest)
        } else if (path.contains('/blobs/') && blobs.containsKey(last)) {
            send(output, method, '200 OK', 'application/octet-stream', blobs[last])
        } else {
            send(output, method, '404 Not Found', 'application/json', error('MANIFEST_UNKNOWN', 'manifest unknown'))
        }
    }

    private static byte[] error(String code, String message) {
        Json.write([errors: [[code: code, message: message]]]).bytes
    }

    private static void send(OutputStream output, String method, String status, CharSequence type, byte[] body) {
        output << "HTTP/1.1 $status\r\nContent-Type: $type\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n"
        if (method != 'HEAD') {
            output.write(body)
        }
        output.flush()
    }

    @Override
    void close() {
        server.close()
    }
}
