package io.dockerops.engine.archive;

import io.dockerops.engine.archive.TarEntry.Owner;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.FileCopy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Files and folders on their way into a container. */
public final class ContainerFiles {

    private final List<FileCopy> files;
    private final Function<String, Owner> owners;
    private final Predicate<String> there;

    /**
     * Nothing is read yet.
     *
     * @param files what is copied
     * @param owners who a user of the container is
     * @param there whether the container has a folder already, which then keeps its owner and mode
     */
    public ContainerFiles(List<FileCopy> files, Function<String, Owner> owners, Predicate<String> there) {
        this.files = List.copyOf(files);
        this.owners = owners;
        this.there = there;
    }

    /**
     * A tar of them, to be unpacked at the container's root; made while it is read.
     *
     * @throws EngineException.Failed when something cannot be read, here or while the tar is read
     */
    public InputStream tar() {
        TarStream tar = new TarStream("what is copied into a container");
        files.forEach(file -> tar.add(entries(file)));
        return tar.open();
    }

    /** Folders above the target are left to the engine, since an entry for one that is there would change its mode. */
    private List<TarEntry> entries(FileCopy file) {
        String at = file.target().replaceAll("^/+|/+$", "");
        Owner owner = file.user().map(owners).orElse(Owner.ROOT);
        if (file.content() instanceof FileCopy.OfText text) {
            return List.of(
                    TarEntry.file(at, file.mode().orElse(0600), text.text()).withOwner(owner));
        }
        Path source = ((FileCopy.OfDisk) file.content()).path();
        try {
            boolean made = !at.isEmpty() && (!Files.isDirectory(source) || !there.test("/" + at));
            return of(source, at, made, file.mode()).stream()
                    .map(entry -> entry.withOwner(owner))
                    .toList();
        } catch (IOException e) {
            throw Unreadable.failed("`" + source + "`", e);
        }
    }

    /** @param made whether there is an entry for the file or folder itself */
    private static List<TarEntry> of(Path source, String at, boolean made, Optional<Integer> mode) throws IOException {
        List<TarEntry> entries = new ArrayList<>();
        if (made) {
            entries.add(with(mode, TarEntry.ofDisk(at, source.toRealPath())));
        }
        if (Files.isDirectory(source)) {
            String prefix = at.isEmpty() ? "" : at + "/";
            FileTree.all(source).forEach(entry -> entries.add(with(mode, entry.withName(prefix + entry.name()))));
        }
        return entries;
    }

    private static TarEntry with(Optional<Integer> mode, TarEntry entry) {
        return entry.kind() == TarEntry.Kind.FILE ? mode.map(entry::withMode).orElse(entry) : entry;
    }

    /**
     * What is in the file or folder {@code source}, as it is copied: names, contents and modes.
     *
     * @throws EngineException.Failed when it cannot be read
     */
    public static List<TarEntry> entries(Path source) {
        try {
            return of(source, "copy", true, Optional.empty());
        } catch (IOException e) {
            throw Unreadable.failed("`" + source + "`", e);
        }
    }
}
