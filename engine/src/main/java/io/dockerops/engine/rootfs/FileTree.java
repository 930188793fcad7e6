package io.dockerops.engine.rootfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Lists what is in a folder, in the order of names and folders before what is in them. Sockets, pipes and devices are left
 * out: they have no content to be copied.
 */
final class FileTree {

    private final Path root;
    private final Predicate<String> leftOut;
    private final boolean lookIntoLeftOut;

    /**
     * @param leftOut asked with the path relative to {@code root}
     * @param lookIntoLeftOut whether something in a folder that is left out may have to stay
     */
    FileTree(Path root, Predicate<String> leftOut, boolean lookIntoLeftOut) {
        this.root = root;
        this.leftOut = leftOut;
        this.lookIntoLeftOut = lookIntoLeftOut;
    }

    /** Everything in {@code root}. */
    static List<TarEntry> all(Path root) throws IOException {
        return new FileTree(root, name -> false, false).entries();
    }

    List<TarEntry> entries() throws IOException {
        List<TarEntry> found = new ArrayList<>();
        addChildren(root, "", found);
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
        boolean stays = !leftOut.test(name);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            List<TarEntry> inside = new ArrayList<>();
            if (stays || lookIntoLeftOut) {
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

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
