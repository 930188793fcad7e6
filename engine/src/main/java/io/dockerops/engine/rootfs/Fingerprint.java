package io.dockerops.engine.rootfs;

import io.dockerops.engine.archive.TarEntry;
import io.dockerops.engine.archive.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Collects what an image is made from into one hash. Not thread-safe. */
final class Fingerprint {

    private static final int BUFFER = 1 << 16;
    private static final int SHORT = "sha256:".length() + 16;

    private final MessageDigest digest;

    /** @param kind tells recipes of different kinds apart; changes when the same recipe is to give another image */
    Fingerprint(String kind) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        text(kind);
    }

    /** A text, delimited by its length, so that no two sequences of texts are the same bytes. */
    Fingerprint text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
        return this;
    }

    Fingerprint texts(List<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    /** Names, kinds, modes, links and contents. */
    Fingerprint entries(List<TarEntry> entries, String what) {
        number(entries.size());
        try {
            for (TarEntry entry : entries) {
                text(entry.name()).text(entry.kind().name()).text(entry.link());
                number(entry.mode());
                number(entry.size());
                content(entry.content());
            }
        } catch (IOException e) {
            throw Unreadable.failed(what, e);
        }
        return this;
    }

    /** A file's content. */
    Fingerprint file(Path file) {
        try {
            number(Files.size(file));
            content(() -> Files.newInputStream(file));
        } catch (IOException e) {
            throw Unreadable.failed("`" + file + "`", e);
        }
        return this;
    }

    /** The hash of all that was given. Can be asked for once. */
    String value() {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /** The beginning of the hash, where it is read by people. Can be asked for once. */
    String shortValue() {
        return value().substring(0, SHORT);
    }

    private void content(TarEntry.Content content) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = content.open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
    }

    private void number(long number) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            digest.update((byte) (number >> shift));
        }
    }
}
