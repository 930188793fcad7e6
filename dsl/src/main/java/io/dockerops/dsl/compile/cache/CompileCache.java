package io.dockerops.dsl.compile.cache;

import io.dockerops.dsl.compile.unit.CompiledUnit;
import io.dockerops.dsl.compile.unit.UnitFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Compiled units in a folder of one user.
 *
 * <p>A cache never makes a run fail: what cannot be read, written or trusted is compiled anew. An entry is written aside
 * and renamed, so that several runs may write at once; a checksum tells a damaged one. Writing drops what has not been
 * used for 30 days, and the oldest beyond 200 entries.
 *
 * <p>An entry is: the magic number, the length of the key, the key, the unit, and a CRC-32C of all of that.
 */
public final class CompileCache {

    private static final int MAGIC = 0xD0C0_0001;
    private static final int HEAD = 8;
    private static final int TAIL = 8;
    private static final int MOST_ENTRIES = 200;
    private static final Duration UNUSED = Duration.ofDays(30);
    private static final Duration TOUCH = Duration.ofDays(1);
    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final String ENTRY = ".unit";

    private final Path root;

    /** @param root the folder of DockerOps' caches, below {@code $XDG_CACHE_HOME}; it is made when it is missing */
    public CompileCache(Path root) {
        this.root = root;
    }

    /** The unit that was kept under {@code key}. */
    public Optional<CompiledUnit> find(CacheKey key) {
        Optional<PrivateFolder> folder = folder();
        return folder.isEmpty() ? Optional.empty() : read(folder.get(), key);
    }

    /** Keeps {@code unit}, when there is a folder for it. */
    public void keep(CacheKey key, CompiledUnit unit) {
        Optional<PrivateFolder> folder = folder();
        if (folder.isEmpty()) {
            return;
        }
        try {
            write(folder.get().path(), key, unit);
            dropOld(folder.get().path());
        } catch (IOException e) {
            // A full or read-only disk: the next run compiles again.
        }
    }

    private Optional<PrivateFolder> folder() {
        return PrivateFolder.at(root).flatMap(ours -> PrivateFolder.at(root.resolve("scripts")));
    }

    private static Optional<CompiledUnit> read(PrivateFolder folder, CacheKey key) {
        Path file = folder.path().resolve(key.fileName());
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !folder.isOurs(file)) {
                return Optional.empty();
            }
            byte[] entry = Files.readAllBytes(file);
            if (!isWhole(entry)) {
                return Optional.empty();
            }
            int keyLength = ByteBuffer.wrap(entry).getInt(4);
            if (keyLength < 0 || keyLength > entry.length - HEAD - TAIL || !key.matches(entry, HEAD, keyLength)) {
                return Optional.empty();
            }
            int start = HEAD + keyLength;
            CompiledUnit unit = UnitFormat.read(entry, start, entry.length - TAIL - start);
            touch(file);
            return Optional.of(unit);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(byte[] entry) {
        if (entry.length < HEAD + TAIL || ByteBuffer.wrap(entry).getInt(0) != MAGIC) {
            return false;
        }
        return ByteBuffer.wrap(entry).getLong(entry.length - TAIL) == checksum(entry, entry.length - TAIL);
    }

    private static void touch(Path file) throws IOException {
        Instant now = Instant.now();
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(TOUCH))) {
            Files.setLastModifiedTime(file, FileTime.from(now));
        }
    }

    private static void write(Path folder, CacheKey key, CompiledUnit unit) throws IOException {
        byte[] material = key.material();
        byte[] body = UnitFormat.write(unit);
        ByteBuffer entry = ByteBuffer.allocate(HEAD + material.length + body.length + TAIL);
        entry.putInt(MAGIC).putInt(material.length).put(material).put(body);
        entry.putLong(checksum(entry.array(), entry.position()));
        Path aside = Files.createTempFile(folder, "new", ".tmp", PrivateFolder.FILE);
        try {
            Files.write(aside, entry.array());
            Files.move(aside, folder.resolve(key.fileName()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }

    private record Aged(Path file, Instant used) {}

    private static void dropOld(Path folder) throws IOException {
        Instant now = Instant.now();
        List<Aged> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Aged aged = new Aged(file, Files.getLastModifiedTime(file).toInstant());
                if (file.toString().endsWith(ENTRY)) {
                    entries.add(aged);
                } else if (aged.used().isBefore(now.minus(ABANDONED))) {
                    Files.deleteIfExists(file);
                }
            }
        }
        entries.sort(Comparator.comparing(Aged::used).reversed());
        for (int i = 0; i < entries.size(); i++) {
            if (i >= MOST_ENTRIES || entries.get(i).used().isBefore(now.minus(UNUSED))) {
                Files.deleteIfExists(entries.get(i).file());
            }
        }
    }
}
