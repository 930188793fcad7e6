package io.dockerops.engine.model;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file or folder that is put into containers before their first start.
 *
 * @param source what it is
 * @param target where it goes: the path of the file, or the folder into which the content of a folder goes; absolute
 * @param user who has it, as user or user:group; root when empty
 * @param mode the permission bits of the file, or of all files in the folder; its own when empty
 */
public record CopiedFile(Source source, String target, Optional<String> user, Optional<Integer> mode) {

    private static final int SECRET_MODE = 0600;

    /** What is copied. {@code toString} is how plans show it. */
    public sealed interface Source {}

    /** A file or folder of this machine. */
    public record OfDisk(Path path) implements Source {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** A file with the value of a secret in it. */
    public record OfSecret(SecretId id) implements Source {
        @Override
        public String toString() {
            return id.toString();
        }
    }

    /** The file of a key of the project. */
    public record OfKey(ProjectKey key) implements Source {
        @Override
        public String toString() {
            return key.toString();
        }
    }

    public CopiedFile {
        Paths.checkAbsolute("path to which something is copied", target);
    }

    /** The mode that the copy gets whatever the file's own is; empty for that. */
    public Optional<Integer> givenMode() {
        if (mode.isPresent() || source instanceof OfDisk) {
            return mode;
        }
        return Optional.of(source instanceof OfKey key ? key.key().mode() : SECRET_MODE);
    }

    /** {@code /srv/app.ini to /etc/app.ini}. */
    @Override
    public String toString() {
        return source + " to " + target;
    }
}
