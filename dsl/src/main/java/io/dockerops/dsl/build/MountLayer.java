package io.dockerops.dsl.build;

import io.dockerops.dsl.words.MountWords;
import io.dockerops.dsl.words.ServiceTarget;
import io.dockerops.dsl.words.VolumeHandle;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.Mount;
import io.dockerops.engine.model.Mount.Role;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.Selector;
import io.dockerops.engine.model.VolumeId;
import io.dockerops.engine.problem.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The words for what containers see at their paths, above those for what runs. */
abstract class MountLayer extends ProcessLayer implements MountWords {

    private final List<Supplier<Mount>> mounts = new ArrayList<>();
    private @Nullable String permissions;

    MountLayer(Reading reading, String title, ElementId owner) {
        super(reading, title, owner);
    }

    @Override
    public final void mount(VolumeHandle volume) {
        mount(Map.of(), volume);
    }

    @Override
    public final void mount(String text) {
        mount(Map.of(), text);
    }

    @Override
    public final void mount(Map<String, ?> options, VolumeHandle volume) {
        word("mount", volume, () -> mounted("mount", options, volume));
    }

    @Override
    public final void mount(Map<String, ?> options, String text) {
        word("mount", text, () -> mounted("mount", options, text));
    }

    @Override
    public final void mounts(Object... volumes) {
        each("mounts", volumes, each -> mounted("mount", Map.of(), each));
    }

    @Override
    public final void bind(String path) {
        bind(Map.of(), path);
    }

    @Override
    public final void bind(VolumeHandle volume) {
        bind(Map.of(), volume);
    }

    @Override
    public final void bind(Map<String, ?> options, String path) {
        word("bind", path, () -> mounted("bind", options, path));
    }

    @Override
    public final void bind(Map<String, ?> options, VolumeHandle volume) {
        word("bind", volume, () -> mounted("bind", options, volume));
    }

    @Override
    public final void binds(Object... paths) {
        each("binds", paths, each -> mounted("bind", Map.of(), each));
    }

    @Override
    public final void share(String path) {
        word("share", path, () -> shared(path));
    }

    @Override
    public final void shares(String... paths) {
        each("shares", paths, each -> shared(Given.plainText("share", each)));
    }

    @Override
    public final void attach(VolumeHandle volume) {
        word("attach", volume, () -> attached(Map.of(), volume));
    }

    @Override
    public final void attach(String volume) {
        word("attach", volume, () -> attached(Map.of(), volume));
    }

    @Override
    public final void attach(Map<String, ?> options, VolumeHandle volume) {
        word("attach", volume, () -> attached(options, volume));
    }

    @Override
    public final void attach(Map<String, ?> options, String volume) {
        word("attach", volume, () -> attached(options, volume));
    }

    @Override
    public final void attaches(Object... volumes) {
        each("attaches", volumes, each -> attached(Map.of(), each));
    }

    @Override
    public final void use(VolumeHandle volume) {
        use(Map.of(), volume);
    }

    @Override
    public final void use(ServiceTarget service) {
        use(Map.of(), service);
    }

    @Override
    public final void use(String name) {
        use(Map.of(), name);
    }

    @Override
    public final void use(Map<String, ?> options, VolumeHandle volume) {
        word("use", volume, () -> used(options, volume));
    }

    @Override
    public final void use(Map<String, ?> options, ServiceTarget service) {
        word("use", service, () -> used(options, service));
    }

    @Override
    public final void use(Map<String, ?> options, String name) {
        word("use", name, () -> used(options, name));
    }

    @Override
    public final void uses(Object... volumesOrServices) {
        each("uses", volumesOrServices, each -> used(Map.of(), each));
    }

    @Override
    public final void permissions(String mode) {
        single("permissions", mode, () -> permissions = Rules.mode(mode));
    }

    /** Reads a word in the plural: what is wrong with one value does not hide the others. */
    final void each(String name, Object @Nullable [] values, Consumer<@Nullable Object> action) {
        word(name, values, () -> {
            if (values == null || values.length == 0) {
                throw new Mistake("`" + name + "` stands alone", "write what it takes behind it, or leave it out");
            }
            for (Object each : Given.list(values)) {
                reading.attempt(() -> action.accept(each));
            }
        });
    }

    private void mounted(String word, Map<String, ?> options, @Nullable Object what) {
        Named named = new Named(reading, word, options, "readOnly", "at");
        boolean readOnly = named.flag("readOnly");
        Optional<String> at = named.text("at").map(path -> HostPaths.inContainer("at", path));
        if (what instanceof VolumeHandle volume) {
            References.volume(volume).ifPresent(id -> {
                ofVolume(new Mount.OfVolume(id, at, readOnly, Role.MOUNTED));
                checkBound(word, id);
            });
        } else if (what instanceof CharSequence text) {
            mountedText(word, MountText.parse(text.toString()), at, readOnly);
        } else {
            throw new Mistake("`" + word + "` takes a volume, its name or a path of the host, and this is "
                    + Given.described(what));
        }
    }

    private void mountedText(String word, MountText text, Optional<String> at, boolean readOnly) {
        if (at.isPresent() && text.path().isPresent()) {
            throw new Mistake(
                    "the path in the container is said twice: `" + text.path().get() + "` and `" + at.get() + "`",
                    "take `at:` out");
        }
        Optional<String> path = at.or(text::path);
        boolean protectedFromWriting = readOnly || text.readOnly();
        if (!text.ofHost()) {
            VolumeId id = new VolumeId(text.source());
            ofVolume(new Mount.OfVolume(id, path, protectedFromWriting, Role.MOUNTED));
            checkBound(word, id);
            return;
        }
        String source = HostPaths.onHost(text.source());
        boolean same = word.equals("bind") && source.startsWith("/");
        String target = path.or(() -> same ? Optional.of(source) : Optional.empty())
                .orElseThrow(() -> new Mistake(
                        "`" + word + " '" + text.source() + "'` does not say where containers see it",
                        "write `" + word + " '" + text.source() + ":/…'`, or put `at: '/…'` behind it"));
        Mount mount = new Mount.OfHost(source, target, protectedFromWriting);
        reading.mention(owner, "mount", mount.key());
        mounts.add(() -> mount);
    }

    private void ofVolume(Mount.OfVolume mount) {
        reading.mention(owner, mount.role() == Role.MOUNTED ? "mount" : "attach", mount.key());
        mounts.add(() -> mount);
    }

    private void checkBound(String word, VolumeId id) {
        if (word.equals("bind")) {
            reading.later(() -> {
                if (reading.isKeptByEngine(id)) {
                    throw new Mistake(
                            "`bind` takes a path of the host, and volume `" + id + "` is kept by the engine",
                            "write `mount '" + id + "'`, or give the volume a `host` path");
                }
            });
        }
    }

    private void shared(String path) {
        Mount mount = new Mount.Shared(HostPaths.inContainer("share", path));
        reading.mention(owner, "share", mount.key());
        mounts.add(() -> mount);
    }

    private void attached(Map<String, ?> options, @Nullable Object volume) {
        Named named = new Named(reading, "attach", options, "at");
        Optional<String> at = named.text("at").map(path -> HostPaths.inContainer("at", path));
        References.volume("attach", volume).ifPresent(id -> ofVolume(new Mount.OfVolume(id, at, false, Role.ATTACHED)));
    }

    private void used(Map<String, ?> options, @Nullable Object what) {
        Named named = new Named(reading, "use", options, "readOnly", "at");
        boolean readOnly = named.flag("readOnly");
        Optional<String> at = named.text("at").map(path -> HostPaths.inContainer("at", path));
        if (what instanceof VolumeHandle || what instanceof ServiceTarget) {
            Optional<Mount> mount = what instanceof VolumeHandle volume
                    ? References.volume(volume).map(id -> new Mount.OfVolume(id, at, readOnly, Role.USED))
                    : References.target((ServiceTarget) what).map(source -> new Mount.From(source, readOnly));
            mount.ifPresent(known -> {
                reading.mention(owner, "use", known.key());
                mounts.add(() -> known);
            });
            return;
        }
        String name = Given.plainText("use", what);
        Selector source = Selector.parse(name);
        reading.mention(owner, "use", name);
        mounts.add(() -> usedByName(source, at, readOnly));
        reading.later(() -> {
            if (at.isPresent() && usedByName(source, at, readOnly) instanceof Mount.From) {
                throw new Mistake(
                        "all volumes of `" + source + "` come with their own paths, so `at:` has no meaning",
                        "name a volume that it attaches");
            }
        });
    }

    /** Volumes and services may be declared behind their use, so a name is looked up at the end. */
    private Mount usedByName(Selector source, Optional<String> at, boolean readOnly) {
        Optional<VolumeId> ofParent = source.instance()
                .filter(name -> reading.byParent())
                .map(VolumeId::new)
                .filter(reading::declares);
        if (ofParent.isPresent()) {
            return new Mount.OfVolume(ofParent.get().of(source.service()), at, readOnly, Role.USED);
        }
        boolean service = source.instance().isPresent()
                || (reading.declares(source.service())
                        && !reading.declares(new VolumeId(source.service().name())));
        return service
                ? new Mount.From(source, readOnly)
                : new Mount.OfVolume(new VolumeId(source.service().name()), at, readOnly, Role.USED);
    }

    final List<Mount> mounts() {
        return mounts.stream().map(Supplier::get).toList();
    }

    final Optional<String> permissions() {
        return Optional.ofNullable(permissions);
    }
}
