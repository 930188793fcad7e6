package io.dockerops.engine.rootfs;

import io.dockerops.engine.machine.Tool;
import io.dockerops.engine.port.ProgressListener;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A way to compress, which Java does not know itself.
 *
 * @param magic the first bytes of such a file, in hexadecimal digits
 * @param debianPackage where the tool is from
 * @param tool writes what it unpacks from the file that is its last argument
 */
record Compression(String magic, String debianPackage, List<String> tool) {

    private static final String GZIP = "1f8b";
    private static final List<Compression> BY_TOOLS = List.of(
            new Compression("fd377a585a00", "xz-utils", List.of("xz", "-dc")),
            new Compression("28b52ffd", "zstd", List.of("zstd", "-qdc")),
            new Compression("425a68", "bzip2", List.of("bzip2", "-dc")));

    private static final int LONGEST_MAGIC = 6;
    private static final int BUFFER = 1 << 16;

    /**
     * The content of {@code file} without its compression.
     *
     * @throws io.dockerops.engine.port.EngineException.Failed when a tool is missing
     */
    static InputStream open(Path file, ProgressListener progress) throws IOException {
        String start = start(file);
        for (Compression each : BY_TOOLS) {
            if (start.startsWith(each.magic)) {
                return each.unpack(file, progress);
            }
        }
        InputStream content = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        return start.startsWith(GZIP) ? new GZIPInputStream(content, BUFFER) : content;
    }

    private InputStream unpack(Path file, ProgressListener progress) {
        List<String> command = new ArrayList<>(tool);
        command.add("--");
        command.add(file.toString());
        return Tool.ofPackage(debianPackage, command).stream(progress);
    }

    private static String start(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return HexFormat.of().formatHex(content.readNBytes(LONGEST_MAGIC));
        }
    }
}
