package io.dockerops.dsl.compile.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A folder that belongs to this user alone. What another user owns or can write is never used: it could hold code of
 * theirs. On a file system that knows no owners there is no such folder.
 */
public final class PrivateFolder {

    static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final int WRITABLE_BY_OTHERS = 0022;

    private final Path path;
    private final int user;

    private PrivateFolder(Path path, int user) {
        this.path = path;
        this.user = user;
    }

    /** Makes the folder when it is missing; empty when it is not, or cannot be made, this user's alone. */
    public static Optional<PrivateFolder> at(Path path) {
        try {
            PrivateFolder folder = new PrivateFolder(path, currentUser());
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(path, PosixFilePermissions.asFileAttribute(FOLDER));
            }
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || !folder.isOurs(path)) {
                return Optional.empty();
            }
            if (!Files.getPosixFilePermissions(path).equals(FOLDER)) {
                Files.setPosixFilePermissions(path, FOLDER);
            }
            return Optional.of(folder);
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Whether {@code file} is owned by this user and writable by no other; links are not followed. */
    boolean isOurs(Path file) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(file, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
        return attributes.get("uid") instanceof Integer owner
                && owner == user
                && attributes.get("mode") instanceof Integer mode
                && (mode & WRITABLE_BY_OTHERS) == 0;
    }

    /** The user that this process acts as; not by name, since a container may know no name for it. */
    private static int currentUser() throws IOException {
        Path process = Path.of("/proc/self");
        Path owned = Files.exists(process) ? process : Path.of(System.getProperty("user.home"));
        return (Integer) Files.getAttribute(owned, "unix:uid");
    }
}
