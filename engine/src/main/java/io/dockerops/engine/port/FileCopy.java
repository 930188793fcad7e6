package io.dockerops.engine.port;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file or folder to be put into a container.
 *
 * @param content what it is
 * @param target where it goes: the path of the file, or the folder into which the content of a folder goes, which is made
 *     when it is missing; absolute
 * @param user who has it in the container, as user or user:group, by names of the container or by numbers; root when empty
 * @param mode the permission bits of the file, or of all files in the folder; their own when empty
 */
public record FileCopy(Content content, String target, Optional<String> user, Optional<Integer> mode) {

    /** What is copied. */
    public sealed interface Content {}

    /** A file or folder of this machine. */
    public record OfDisk(Path path) implements Content {}

    /** A file with a text in it that is nobody's to see. */
    public record OfText(String text) implements Content {
        @Override
        public String toString() {
            return "(secret)";
        }
    }

    /** A file or folder of this machine as it is, but of root. */
    public static FileCopy of(Path path, String target) {
        return new FileCopy(new OfDisk(path), target, Optional.empty(), Optional.empty());
    }
}
