package io.dockerops.engine.archive;

import io.dockerops.engine.port.EngineException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in words why a file cannot be read. */
public final class Unreadable {

    private Unreadable() {}

    /**
     * The failure to tell.
     *
     * @param what what was being made of the file, such as {@code the build context /srv/app}
     */
    public static EngineException.Failed failed(String what, IOException e) {
        return new EngineException.Failed("cannot read " + what + ": " + reason(e), e);
    }

    // The messages of these exceptions are nothing but the path.
    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "`" + e.getMessage() + "` does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "`" + e.getMessage() + "` may not be read by this user";
        }
        if (e instanceof NotDirectoryException) {
            return "`" + e.getMessage() + "` is not a folder";
        }
        return String.valueOf(e.getMessage());
    }
}
