package io.dockerops.engine.docker

import com.github.dockerjava.transport.DockerHttpClient
import io.dockerops.engine.json.Json

/** An engine of canned answers, which keeps what it was asked. */
class ScriptedClient implements DockerHttpClient {

    /** Method and path with query of each request, in order. */
    final List<String> requests = []
    /** The JSON of each request that had one, in order. */
    final List<Object> bodies = []
    boolean closed

    private final Map<String, List<Map>> answers = [:]

    /** The engine's newest API is {@code version}. */
    ScriptedClient(String version = '1.41') {
        answer('GET /_ping', 200, 'OK', version ? ['Api-Version': version] : [:])
    }

    /** Answers a request whose method and path begin so; the last of several answers is given again and again. */
    ScriptedClient answer(String request, int status, Object body, Map<String, String> headers = [:]) {
        answers.computeIfAbsent(request) { [] } << [status: status, body: body, headers: headers]
        this
    }

    @Override
    synchronized Response execute(Request request) {
        def line = "${request.method()} ${request.path()}".toString()
        requests << line
        if (request.bodyBytes()) {
            bodies << Json.parse(new String(request.bodyBytes(), 'UTF-8'))
        }
        def key = answers.keySet().findAll { line.startsWith(it) }.max { it.length() }
        if (!key) {
            return new Canned(404, '{"message": "nothing is canned for ' + line + '"}', [:])
        }
        def queue = answers[key]
        def answer = queue.size() > 1 ? queue.remove(0) : queue[0]
        if (answer.body instanceof Throwable) {
            throw answer.body
        }
        new Canned(answer.status, answer.body instanceof String ? answer.body : Json.write(answer.body), answer.headers)
    }

    @Override
    void close() {
        closed = true
    }

    private static class Canned implements Response {

        final int statusCode
        final InputStream body
        final Map<String, List<String>> headers

        Canned(int statusCode, String text, Map<String, String> headers) {
            this.statusCode = statusCode
            this.body = new ByteArrayInputStream(text.getBytes('UTF-8'))
            this.headers = headers.collectEntries { name, value -> [name, [value]] }
        }

        @Override
        void close() {
        }
    }
}
