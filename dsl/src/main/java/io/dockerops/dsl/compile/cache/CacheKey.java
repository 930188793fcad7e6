package io.dockerops.dsl.compile.cache;

import io.dockerops.dsl.compile.unit.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Everything that a unit was compiled from. An entry keeps all of it and is used only when it is the same byte for byte,
 * so that the name of its file need not be more than a good guess.
 */
public final class CacheKey {

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final byte[] material;

    private CacheKey(List<String> parts) {
        this.material = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The key of what is compiled from {@code sources}.
     *
     * @param installation what compiles: see {@link Installation}
     * @param compiledAgainst classes beside the project, in a fixed order
     * @param sources the files, in a fixed order
     */
    public static CacheKey of(String installation, List<SourceText> compiledAgainst, List<SourceText> sources) {
        List<String> parts = new ArrayList<>();
        parts.add(installation);
        for (List<SourceText> group : List.of(compiledAgainst, sources)) {
            parts.add(Integer.toString(group.size()));
            for (SourceText source : group) {
                parts.add(source.file().toString());
                parts.add(Integer.toString(source.text().length()));
                parts.add(source.text());
            }
        }
        return new CacheKey(parts);
    }

    byte[] material() {
        return material.clone();
    }

    boolean matches(byte[] entry, int offset, int length) {
        return Arrays.equals(material, 0, material.length, entry, offset, offset + length);
    }

    /** FNV-1a: unlike a message digest it needs no security provider, which would cost start-up time. */
    String fileName() {
        long hash = FNV_BASIS;
        for (byte b : material) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return String.format("%016x.unit", hash);
    }
}
