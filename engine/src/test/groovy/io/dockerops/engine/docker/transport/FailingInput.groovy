package io.dockerops.engine.docker.transport

/** Gives a few bytes and fails. */
class FailingInput extends InputStream {

    private final IOException failure
    private int left = 3

    FailingInput(IOException failure) {
        this.failure = failure
    }

    @Override
    int read() {
        throw failure
    }

    @Override
    int read(byte[] target, int offset, int length) {
        if (left-- == 0) {
            throw failure
        }
        target[offset] = 'x' as char as byte
        1
    }
}
