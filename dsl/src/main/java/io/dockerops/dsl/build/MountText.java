package io.dockerops.dsl.build;

import io.dockerops.engine.problem.Mistake;
import java.util.Optional;

/**
 * Reads {@code source[:path[:ro]]}.
 *
 * @param source a path of the host or the name of a volume
 * @param path the path in the container
 * @param readOnly whether it ends with {@code :ro}
 */
record MountText(String source, Optional<String> path, boolean readOnly) {

    static MountText parse(String text) {
        String[] parts = text.split(":", -1);
        boolean mode = parts.length == 3 && (parts[2].equals("ro") || parts[2].equals("rw"));
        if (parts.length > 2 && !mode) {
            throw new Mistake("`" + text + "` is not a mount", "write `'/host/path:/path'`, with `:ro` for read-only");
        }
        if (parts[0].isEmpty()) {
            throw new Mistake("`" + text + "` has nothing before its `:`", "write `'/host/path:/path'`");
        }
        if (parts.length > 1 && !parts[1].startsWith("/")) {
            throw new Mistake(
                    "the path in the container must be absolute, and `" + parts[1] + "` is not",
                    "write `'" + parts[0] + ":/" + parts[1] + "'`");
        }
        return new MountText(
                parts[0], parts.length > 1 ? Optional.of(parts[1]) : Optional.empty(), mode && parts[2].equals("ro"));
    }

    /** Whether the source is a path: the name of a volume has no {@code /}. */
    boolean ofHost() {
        return source.indexOf('/') >= 0 || source.startsWith(".") || source.startsWith("~");
    }
}
