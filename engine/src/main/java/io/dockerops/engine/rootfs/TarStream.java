package io.dockerops.engine.rootfs;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts a tar together from a base and entries; it is made while it is read.
 *
 * <p>A folder that is there already is not entered again: it would change the owner and mode of a folder of the base, and
 * take the place of a link such as {@code /bin}.
 */
final class TarStream {

    private static final byte[] END = new byte[2 * TarHeader.BLOCK];

    private final String what;
    private final Set<String> names = new HashSet<>();
    private final List<TarEntry.Content> parts = new ArrayList<>();

    /** @param what is said when something cannot be read */
    TarStream(String what) {
        this.what = what;
    }

    TarStream add(List<TarEntry> entries) {
        entries.forEach(this::add);
        return this;
    }

    private void add(TarEntry entry) {
        parts.add(() -> isNew(entry) ? new ByteArrayInputStream(TarHeader.of(entry)) : InputStream.nullInputStream());
        if (entry.size() > 0) {
            parts.add(() -> new PaddedContent(entry.content().open(), entry.size()));
        }
    }

    /** A base to which the entries are added: a tar, plain. */
    InputStream openOver(InputStream base) {
        return open(new BaseTar(base, names::add));
    }

    /** The entries alone, after {@code first}, whose entries are not known. */
    InputStream open(InputStream first) {
        List<TarEntry.Content> all = new ArrayList<>(parts);
        all.add(() -> new ByteArrayInputStream(END));
        return new Parts(what, first, all);
    }

    // Asked when the entry is reached, and by then the names of the base are known.
    private boolean isNew(TarEntry entry) {
        return names.add(entry.name()) || entry.kind() != TarEntry.Kind.FOLDER;
    }
}
