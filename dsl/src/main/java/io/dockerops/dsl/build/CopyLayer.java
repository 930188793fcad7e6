package io.dockerops.dsl.build;

import io.dockerops.dsl.words.CopyWords;
import io.dockerops.dsl.words.KeyHandle;
import io.dockerops.dsl.words.SecretHandle;
import io.dockerops.engine.model.CopiedFile;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.problem.Mistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words for what is put into containers before their first start, above those for what they see at their paths. */
abstract class CopyLayer extends MountLayer implements CopyWords {

    private static final int LARGEST_MODE = 07777;
    private static final int LARGEST_NUMBER = 0777;

    private final List<CopiedFile> copies = new ArrayList<>();

    CopyLayer(Reading reading, String title, ElementId owner) {
        super(reading, title, owner);
    }

    @Override
    public final void copy(Map<String, ?> options, String source) {
        word("copy", source, () -> copyFile(new Named(reading, "copy", options, "to", "user", "mode"), source));
    }

    @Override
    public final void copy(Map<String, ?> options, SecretHandle secret) {
        word(
                "copy",
                secret,
                () -> References.secret(secret).ifPresent(id -> copyContent(options, new CopiedFile.OfSecret(id))));
    }

    @Override
    public final void copy(Map<String, ?> options, KeyHandle key) {
        word("copy", key, () -> copyContent(options, new CopiedFile.OfKey(key.key())));
    }

    @Override
    public final void copies(Map<String, ?> files) {
        word(
                "copies",
                files,
                () -> files.forEach((source, target) -> reading.attempt(() -> copyFile(
                        new Named(reading, "copies", Map.of("to", Given.plainText("copies", target)), "to"),
                        String.valueOf(source)))));
    }

    private void copyFile(Named named, String source) {
        Path path = reading.file(source);
        if (!Files.exists(path)) {
            throw new Mistake(
                    "there is no file or folder `" + source + "`",
                    "the path behind `copy` is relative to the file that names it");
        }
        String to = target(named);
        boolean into = to.endsWith("/") && !Files.isDirectory(path);
        add(named, new CopiedFile.OfDisk(path), into ? to + path.getFileName() : to);
    }

    private void copyContent(Map<String, ?> options, CopiedFile.Source source) {
        Named named = new Named(reading, "copy", options, "to", "user", "mode");
        String to = target(named);
        if (to.endsWith("/")) {
            throw new Mistake("`" + to + "` is a folder, and this is copied to a file", "write the path of the file");
        }
        add(named, source, to);
    }

    private static String target(Named named) {
        String to = named.text("to").orElseThrow(() -> new Mistake("`copy` needs `to: '/…'`"));
        HostPaths.inContainer("to", to);
        if (List.of(to.split("/", -1)).contains("..")) {
            throw new Mistake("`" + to + "` leads back with `..`", "write the path that is meant");
        }
        return to;
    }

    private void add(Named named, CopiedFile.Source source, String to) {
        String target = Path.of(to).normalize().toString();
        Optional<String> user = named.get("user", Object.class).map(value -> Rules.user(Given.text("user", value)));
        Optional<Integer> mode = named.get("mode", Object.class).map(CopyLayer::mode);
        if (copies.stream().anyMatch(copy -> copy.target().equals(target))) {
            throw new Mistake(
                    "`" + target + "` is copied to twice", "take one of them out, or give it another path with `to:`");
        }
        reading.mention(owner, "copy", target);
        copies.add(new CopiedFile(source, target, user, mode));
    }

    /** A number is taken as Groovy reads it, where a leading zero makes it octal, and a text as {@code chmod} reads it. */
    private static Integer mode(@Nullable Object value) {
        if (value instanceof Integer number && number >= 0 && number <= LARGEST_NUMBER) {
            return number;
        }
        String text = value instanceof CharSequence ? value.toString() : "";
        int mode = text.matches("[0-7]{3,4}") ? Integer.parseInt(text, 8) : -1;
        if (mode < 0 || mode > LARGEST_MODE) {
            throw new Mistake(
                    "`" + value + "` is not the mode of a file",
                    "write it with a zero in front, as `0640`, or as a text, `'0640'`");
        }
        return mode;
    }

    final List<CopiedFile> copies() {
        return List.copyOf(copies);
    }
}
