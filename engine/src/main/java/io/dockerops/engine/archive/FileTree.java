package io.dockerops.engine.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists what is in a folder, in the order of names and folders before what is in them. Sockets, pipes and devices are left
 * out: they have no content to be copied. So is the folder with the keys of a project: no image and no container gets it
 * by chance.
 */
public final class FileTree {

    private static final String KEYS = "keys";
    private static final Pattern KEY = Pattern.compile("ssh_key|dns\\.key|\\.(?:ssh_key|dns\\.key)\\..*");

    private final IgnorePatterns patterns;

    private FileTree(IgnorePatterns patterns) {
        this.patterns = patterns;
    }

    /** Everything in {@code root}, named relative to it. */
    public static List<TarEntry> all(Path root) throws IOException {
        return without(IgnorePatterns.NONE, root);
    }

    /** What {@code patterns} do not ignore, with the folders that lead to it. */
    static List<TarEntry> without(IgnorePatterns patterns, Path root) throws IOException {
        List<TarEntry> found = new ArrayList<>();
        new FileTree(patterns).addChildren(root, "", found);
        return found;
    }

    private void addChildren(Path folder, String prefix, List<TarEntry> found) throws IOException {
        List<Path> children;
        try (Stream<Path> listed = Files.list(folder)) {
            children = listed.sorted(Comparator.comparing(FileTree::name)).toList();
        }
        for (Path child : children) {
            add(child, prefix + name(child), found);
        }
    }

    private void add(Path file, String name, List<TarEntry> found) throws IOException {
        boolean stays = !patterns.ignores(name);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            if (hasKeys(file)) {
                return;
            }
            List<TarEntry> inside = new ArrayList<>();
            if (stays || patterns.mayTakeBackFrom(name)) {
                addChildren(file, name + "/", inside);
            }
            if (stays || !inside.isEmpty()) {
                found.add(TarEntry.ofDisk(name, file));
                found.addAll(inside);
            }
        } else if (stays && (Files.isSymbolicLink(file) || Files.isRegularFile(file))) {
            found.add(TarEntry.ofDisk(name, file));
        }
    }

    /** Also while a key is being made, under a name that begins with a point. */
    private static boolean hasKeys(Path folder) throws IOException {
        if (!name(folder).equals(KEYS)) {
            return false;
        }
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.anyMatch(file -> KEY.matcher(name(file)).matches());
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
