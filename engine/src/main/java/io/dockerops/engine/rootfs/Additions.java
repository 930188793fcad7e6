package io.dockerops.engine.rootfs;

import io.dockerops.engine.archive.FileTree;
import io.dockerops.engine.archive.TarEntry;
import io.dockerops.engine.archive.Unreadable;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.port.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files and folders put over a root file system. */
final class Additions {

    private static final int FOLDER_MODE = 0755;

    private Additions() {}

    /**
     * The entries of {@code addition}, after those of the folders that lead to it. A folder's content goes to the path; a
     * file becomes the path, or goes into it when it ends with {@code /}.
     *
     * @throws EngineException.Failed when something cannot be read
     */
    static List<TarEntry> entries(Image.Addition addition) {
        Path source = addition.source();
        try {
            boolean folder = Files.isDirectory(source);
            String file = !folder && addition.path().endsWith("/") ? String.valueOf(source.getFileName()) : "";
            String name = relative(addition.path() + "/" + file);
            List<TarEntry> entries = leadingTo(name);
            if (!name.isEmpty()) {
                entries.add(fixed(TarEntry.ofDisk(name, source.toRealPath())));
            }
            if (folder) {
                String prefix = name.isEmpty() ? "" : name + "/";
                FileTree.all(source).forEach(entry -> entries.add(fixed(entry.withName(prefix + entry.name()))));
            }
            return entries;
        } catch (IOException e) {
            throw Unreadable.failed("what is added at " + addition.path(), e);
        }
    }

    /** Of a fixed time, so that the same files give the same bytes wherever they were checked out. */
    private static TarEntry fixed(TarEntry entry) {
        return entry.withTime(TarEntry.FIXED_TIME);
    }

    private static List<TarEntry> leadingTo(String name) {
        List<TarEntry> folders = new ArrayList<>();
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            folders.add(TarEntry.folder(name.substring(0, slash), FOLDER_MODE));
        }
        return folders;
    }

    private static String relative(String path) {
        return Path.of("/").relativize(Path.of(path).normalize()).toString();
    }
}
