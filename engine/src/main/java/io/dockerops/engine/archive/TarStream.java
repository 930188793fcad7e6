package io.dockerops.engine.archive;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts a tar together from a base and entries; it is made while it is read.
 *
 * <p>A folder that is there already is not entered again: it would change the owner and mode of a folder of the base, and
 * take the place of a link such as {@code /bin}. A file takes the place of an earlier one, which is left out, since engines
 * refuse a tar that has a path twice. What cannot be read is told by {@link
 * io.dockerops.engine.port.EngineException.Failed} from {@code read}.
 */
public final class TarStream {

    private static final byte[] END = new byte[2 * TarHeader.BLOCK];

    private final String what;
    private final Set<String> names = new HashSet<>();
    private final Map<String, TarEntry> entries = new LinkedHashMap<>();

    /** @param what is said when something cannot be read */
    public TarStream(String what) {
        this.what = what;
    }

    /** Adds {@code more} after those that were added before. */
    public TarStream add(List<TarEntry> more) {
        for (TarEntry entry : more) {
            if (entry.kind() != TarEntry.Kind.FOLDER) {
                entries.remove(entry.name());
            }
            entries.putIfAbsent(entry.name(), entry);
        }
        return this;
    }

    /**
     * The base with the entries after its own.
     *
     * @param base a tar, not compressed; closed with what is returned
     */
    public InputStream openOver(InputStream base) {
        return open(new BaseTar(base, this::stays));
    }

    /** The entries alone. */
    public InputStream open() {
        return open(InputStream.nullInputStream());
    }

    private InputStream open(InputStream first) {
        List<TarEntry.Content> parts = new ArrayList<>();
        for (TarEntry entry : entries.values()) {
            parts.add(
                    () -> isNew(entry) ? new ByteArrayInputStream(TarHeader.of(entry)) : InputStream.nullInputStream());
            if (entry.size() > 0) {
                parts.add(() -> new PaddedContent(entry.content().open(), entry.size()));
            }
        }
        parts.add(() -> new ByteArrayInputStream(END));
        return new Parts(what, first, parts);
    }

    /** Whether an entry of the base stays: nothing that is added takes its place. */
    private boolean stays(String name) {
        TarEntry added = entries.get(name);
        if (added != null && added.kind() != TarEntry.Kind.FOLDER) {
            return false;
        }
        names.add(name);
        return true;
    }

    // Asked when the entry is reached, and by then the names of the base are known.
    private boolean isNew(TarEntry entry) {
        return names.add(entry.name()) || entry.kind() != TarEntry.Kind.FOLDER;
    }
}
