package io.dockerops.engine.archive;

import io.dockerops.engine.port.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The content of a folder on its way into a container. */
public final class ContainerFiles {

    private final Path source;
    private final String target;

    /**
     * Nothing is read yet.
     *
     * @param source the folder
     * @param target the folder of the container, absolute
     */
    public ContainerFiles(Path source, String target) {
        this.source = source;
        this.target = target;
    }

    /**
     * A tar of it, to be unpacked at the container's root; made while it is read.
     *
     * @throws EngineException.Failed when something cannot be read, here or while the tar is read
     */
    public InputStream tar() {
        return new TarStream(toString()).add(entries()).open();
    }

    /** Folders above the target are left to the engine, since an entry for one that is there would change its mode. */
    private List<TarEntry> entries() {
        String at = target.replaceAll("^/+|/+$", "");
        try {
            List<TarEntry> entries = new ArrayList<>();
            if (!at.isEmpty()) {
                entries.add(TarEntry.ofDisk(at, source));
            }
            FileTree.all(source)
                    .forEach(entry -> entries.add(at.isEmpty() ? entry : entry.withName(at + "/" + entry.name())));
            return entries;
        } catch (IOException e) {
            throw Unreadable.failed(toString(), e);
        }
    }

    @Override
    public String toString() {
        return "the folder " + source;
    }
}
