package io.dockerops.dsl.build;

import groovy.lang.Closure;
import io.dockerops.dsl.words.ImageHandle;
import io.dockerops.dsl.words.VolumeWords;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.Volume;
import io.dockerops.engine.model.VolumeId;
import io.dockerops.engine.problem.Mistake;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A {@code volume} block. */
final class VolumeBlock extends Block implements VolumeWords {

    private final VolumeId id;
    private final SortedMap<String, String> options = new TreeMap<>();
    private final SortedMap<String, String> perInstance = new TreeMap<>();
    private @Nullable String path;
    private @Nullable String host;
    private @Nullable String driver;
    private Volume.@Nullable Holder holder;
    private boolean computed;
    private @Nullable String user;
    private @Nullable String permissions;

    VolumeBlock(Reading reading, VolumeId id) {
        super(reading, "the volume block");
        this.id = id;
    }

    @Override
    public void at(String path) {
        once("at", path, () -> setAt(path));
    }

    @Override
    public void host(String path) {
        word("host", path, () -> {
            single("host", "host");
            setHost(path);
        });
    }

    @Override
    public void host(Closure<?> path) {
        word("host", path, () -> {
            single("host", "host");
            setHost(path);
        });
    }

    @Override
    public void host(Map<String, ?> paths) {
        word("host", paths, () -> setHost(paths));
    }

    @Override
    public void driver(String name) {
        once("driver", name, () -> setDriver(name));
    }

    @Override
    public void option(String name, Object value) {
        word("option", value, () -> options.put(name, Given.text("option " + name, value)));
    }

    @Override
    public void options(Map<String, ?> options) {
        word("options", options, () -> setOptions(options));
    }

    @Override
    public void user(String user) {
        once("user", user, () -> setUser(user));
    }

    @Override
    public void user(int user) {
        once("user", user, () -> setUser(Integer.toString(user)));
    }

    @Override
    public void permissions(String mode) {
        once("permissions", mode, () -> setPermissions(mode));
    }

    @Override
    public void holder() {
        holder(true);
    }

    @Override
    public void holder(boolean held) {
        word("holder", () -> {
            single("holder", "holder");
            holder = held ? new Volume.Holder(Optional.empty()) : null;
        });
    }

    @Override
    public void holder(String image) {
        once("holder", image, () -> setHolder(image));
    }

    @Override
    public void holder(ImageHandle image) {
        once("holder", image, () -> setHolder(image));
    }

    void setHolder(Object value) {
        if (value instanceof Boolean held) {
            holder = held ? new Volume.Holder(Optional.empty()) : null;
        } else if (value instanceof ImageHandle handle) {
            holder = new Volume.Holder(Optional.ofNullable(reading.images().get(handle.name())));
        } else {
            holder = new Volume.Holder(Optional.of(new Image.Named(Given.plainText("holder", value))));
        }
    }

    void setAt(String text) {
        path = "/";
        path = HostPaths.inContainer("at", text);
    }

    void setHost(Object paths) {
        if (paths instanceof Map<?, ?> several) {
            several.forEach((name, each) -> {
                String instance = String.valueOf(name);
                reading.mention(id, "host", instance);
                reading.attempt(() -> onHost(each, path -> perInstance.put(instance, path)));
            });
            reading.mention(id, "host", "");
        } else {
            reading.mention(id, "host", "");
            onHost(paths, path -> host = path);
        }
    }

    /** A path that is computed takes its place in the volume when everything is declared. */
    private void onHost(@Nullable Object value, Consumer<String> reader) {
        computed |= value instanceof Closure;
        reading.computed(value, path -> {
            reader.accept(HostPaths.onHost(Given.plainText("host", path)));
            reading.volumes().computeIfPresent(id, (known, volume) -> volume());
        });
    }

    void setDriver(String name) {
        driver = name;
    }

    void setOptions(Map<?, ?> options) {
        this.options.putAll(Given.textsByName("option", options));
    }

    void setUser(Object user) {
        this.user = Rules.user(Given.text("user", user));
    }

    void setPermissions(String mode) {
        permissions = Rules.mode(mode);
    }

    /** The volume; the root folder stands in for a path that is missing, which is a problem of its own. */
    Volume build() {
        if (path == null) {
            reading.problem("volume `" + id + "` does not say where containers see it", "write `at '/…'` in its block");
        }
        if (isOnHost() && (driver != null || !options.isEmpty())) {
            reading.attempt(() -> {
                throw new Mistake(
                        "volume `" + id + "` has a host path and a driver or its options, and one excludes the other",
                        "take `host` out for a volume of the engine, or `driver` and `options` for a path of the host");
            });
        }
        if (holder != null && isOnHost()) {
            reading.problem(
                    "volume `" + id + "` is a path of the host, and those need no container that holds them",
                    "take `holder` or `host` out");
        }
        return volume();
    }

    private boolean isOnHost() {
        return computed || host != null || !perInstance.isEmpty();
    }

    private Volume volume() {
        Volume.Storage storage = isOnHost()
                ? new Volume.HostPath(Optional.ofNullable(host), perInstance)
                : new Volume.Named(driver == null ? "local" : driver, options);
        return new Volume(
                id,
                path == null ? "/" : path,
                storage,
                Optional.ofNullable(user),
                Optional.ofNullable(permissions),
                Optional.ofNullable(holder));
    }
}
