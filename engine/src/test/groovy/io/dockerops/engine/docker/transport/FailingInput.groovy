package io.dockerops.engine.docker.transport

/** Gives a number of bytes and fails. */
class FailingInput extends InputStream {

    private final IOException failure
    private int left

    FailingInput(IOException failure, int left = 3) {
        this.failure = failure
        this.left = left
    }

    @Override
    int read() {
        if (left-- <= 0) {
            throw failure
        }
        'x' as char as int
    }

    @Override
    int read(byte[] target, int offset, int length) {
        target[offset] = read() as byte
        1
    }
}
