package io.dockerops.dsl.compile.cache;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/** Which compiler and which words are installed. */
public final class Installation {

    private static final int END_RECORD = 22;
    private static final int END_SIGNATURE = 0x06054b50;

    private Installation() {}

    /**
     * Changes when one of the jars or folders that {@code types} come from changes, or Java's feature version. Of a jar
     * it looks at the list of its entries, which has a checksum of each.
     *
     * @throws UncheckedIOException when a jar cannot be read
     */
    public static String of(List<Class<?>> types) {
        Set<Path> places = new LinkedHashSet<>();
        for (Class<?> type : types) {
            CodeSource source = type.getProtectionDomain().getCodeSource();
            if (source == null || source.getLocation() == null) {
                throw new IllegalArgumentException("no place is known for " + type);
            }
            try {
                places.add(Path.of(source.getLocation().toURI()));
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException("no path: " + source.getLocation(), e);
            }
        }
        StringBuilder identity = new StringBuilder("java " + Runtime.version().feature());
        try {
            for (Path place : places) {
                identity.append('\n').append(place).append(' ');
                identity.append(Files.isDirectory(place) ? folder(place) : jar(place));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return identity.toString();
    }

    /** A folder of classes is what a developer has: the time of every file. */
    private static String folder(Path folder) throws IOException {
        CRC32C sum = new CRC32C();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String line = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
                sum.update(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return Long.toHexString(sum.getValue());
    }

    private static String jar(Path jar) throws IOException {
        CRC32C sum = new CRC32C();
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
            ByteBuffer end = ByteBuffer.wrap(read(file, Math.max(0, file.length() - END_RECORD), END_RECORD))
                    .order(ByteOrder.LITTLE_ENDIAN);
            if (end.getInt(0) == END_SIGNATURE) {
                sum.update(read(file, Integer.toUnsignedLong(end.getInt(16)), end.getInt(12)));
            } else {
                sum.update(read(file, 0, Math.toIntExact(file.length())));
            }
            return file.length() + " " + Long.toHexString(sum.getValue());
        }
    }

    private static byte[] read(RandomAccessFile file, long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(offset);
        file.readFully(bytes);
        return bytes;
    }
}
