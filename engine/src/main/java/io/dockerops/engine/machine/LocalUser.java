package io.dockerops.engine.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who runs this program, and where this user keeps things. */
public final class LocalUser {

    private static final Path OWN_PROCESS = Path.of("/proc/self");

    private LocalUser() {}

    /** Whether this is root. */
    public static boolean isRoot() {
        try {
            return Files.getAttribute(OWN_PROCESS, "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    /** Data that lasts: {@code $XDG_DATA_HOME/dockerops}, or {@code ~/.local/share/dockerops}. */
    public static Path dataFolder() {
        return folder("XDG_DATA_HOME", ".local/share");
    }

    /** What can be made again: {@code $XDG_CACHE_HOME/dockerops}, or {@code ~/.cache/dockerops}. */
    public static Path cacheFolder() {
        return folder("XDG_CACHE_HOME", ".cache");
    }

    // A relative path in these variables is invalid and to be ignored, says the specification of the XDG folders.
    private static Path folder(String variable, String underHome) {
        Path base = absolute(System.getenv(variable)).orElseGet(() -> home().resolve(underHome));
        return base.resolve("dockerops");
    }

    // Java's own idea of it is the one of the user database, whatever HOME says.
    private static Path home() {
        return absolute(System.getenv("HOME")).orElseGet(() -> Path.of(System.getProperty("user.home")));
    }

    private static Optional<Path> absolute(@Nullable String path) {
        return path != null && path.startsWith("/") ? Optional.of(Path.of(path)) : Optional.empty();
    }
}
