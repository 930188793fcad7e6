package io.dockerops.engine.docker;

import io.dockerops.engine.port.EngineException;
import java.io.IOException;
import java.io.OutputStream;

/** Hands everything on at once, since somebody may be typing. */
record Forwarded(OutputStream output, OutputStream error) implements OutputFrames.Sink {

    @Override
    public void write(boolean ofError, byte[] bytes, int length) {
        OutputStream to = ofError ? error : output;
        try {
            to.write(bytes, 0, length);
            to.flush();
        } catch (IOException e) {
            throw new EngineException.Failed("the command's output cannot be written: " + e.getMessage(), e);
        }
    }
}
