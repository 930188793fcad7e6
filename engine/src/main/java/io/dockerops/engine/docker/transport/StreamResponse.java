package io.dockerops.engine.docker.transport;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** A reply as docker-java wants it. */
final class StreamResponse implements Response {

    private final ReplyHead head;
    private final ReplyBody body;

    StreamResponse(ReplyHead head, ReplyBody body) {
        this.head = head;
        this.body = body;
    }

    /** 200 also for 101, since docker-java takes every status but 2xx for a failure. */
    @Override
    public int getStatusCode() {
        return head.status() == ReplyHead.SWITCHING_PROTOCOLS ? ReplyHead.OK : head.status();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return head.headers();
    }

    @Override
    public InputStream getBody() {
        return body;
    }

    @Override
    public void close() {
        body.close();
    }
}
