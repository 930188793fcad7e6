package io.dockerops.dsl.build;

import io.dockerops.dsl.words.RootfsWords;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@code rootfs} block. */
final class RootfsBlock extends Block implements RootfsWords {

    private static final List<String> TOOLS = List.of("mmdebstrap", "debootstrap");

    private final List<Image.Addition> additions = new ArrayList<>();
    private Image.@Nullable RootfsBase base;
    private boolean nothing;

    RootfsBlock(Reading reading) {
        super(reading, "the rootfs block");
    }

    @Override
    public void empty() {
        base("empty", true, () -> {
            base = new Image.Empty();
            nothing = true;
        });
    }

    @Override
    public void tar(String file) {
        base("tar", file, () -> setTar(file));
    }

    @Override
    public void busybox() {
        base("busybox", true, () -> base = new Image.BusyBox());
    }

    @Override
    public void bootstrap(String suite) {
        base("bootstrap", suite, () -> setBootstrap(Map.of(), suite));
    }

    @Override
    public void bootstrap(Map<String, ?> options, String suite) {
        base("bootstrap", suite, () -> setBootstrap(options, suite));
    }

    @Override
    public void add(Map<String, ?> options, String source) {
        word("add", source, () -> addFiles(options, source));
    }

    private void base(String name, @Nullable Object argument, Runnable action) {
        word(name, argument, () -> {
            single("base", name);
            action.run();
        });
    }

    void setBusybox() {
        base = new Image.BusyBox();
    }

    void setTar(String file) {
        Path path = reading.file(file);
        base = new Image.Tar(path);
        if (!Files.isRegularFile(path)) {
            throw new Mistake(
                    "there is no file `" + file + "`", "the path of a tar is relative to the file that names it");
        }
    }

    void setBootstrap(Map<String, ?> options, String suite) {
        Named named = new Named(reading, "bootstrap", options, "tool", "packages", "mirror");
        base = new Image.Empty();
        if (!suite.matches("[a-z][a-z0-9.-]*")) {
            throw new Mistake(
                    "`" + suite + "` is not the name of a release",
                    "write it in lower case, such as `bookworm` or `noble`");
        }
        String tool = named.text("tool").orElse(TOOLS.get(0));
        if (!TOOLS.contains(tool)) {
            throw new Mistake(
                    "`" + tool + "` does not make root file systems",
                    Suggest.hint(tool, TOOLS).orElse("write `mmdebstrap` or `debootstrap`"));
        }
        List<String> packages = named.get("packages", Object.class)
                .map(value -> Given.texts("packages", value))
                .orElse(List.of());
        base = new Image.Bootstrap(tool, suite, packages, named.text("mirror"));
    }

    private void addFiles(Map<String, ?> options, String source) {
        nothing = false;
        Named named = new Named(reading, "add", options, "to");
        Path path = reading.file(source);
        if (!Files.exists(path)) {
            throw new Mistake(
                    "there is no file or folder `" + source + "`",
                    "the path behind `add` is relative to the file that names it");
        }
        String to = named.text("to").orElseThrow(() -> new Mistake("`add` needs `to: '/…'`"));
        additions.add(new Image.Addition(path, HostPaths.inContainer("to", to)));
    }

    Image.Rootfs build(String name) {
        if (base == null) {
            reading.problem(
                    "root file system `" + name + "` does not say what it begins with",
                    "write `busybox()`, `tar '…'`, `bootstrap '…'` or `empty()` in its block");
        }
        if (nothing && additions.isEmpty()) {
            reading.problem("root file system `" + name + "` has nothing in it", "write `add '…', to: '/…'`");
        }
        return new Image.Rootfs(name, Optional.ofNullable(base).orElseGet(Image.Empty::new), additions);
    }
}
