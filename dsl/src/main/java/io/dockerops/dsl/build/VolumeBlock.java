package io.dockerops.dsl.build;

import io.dockerops.dsl.words.VolumeWords;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.Volume;
import io.dockerops.engine.model.VolumeId;
import io.dockerops.engine.problem.Mistake;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A {@code volume} block. */
final class VolumeBlock extends Block implements VolumeWords {

    private final VolumeId id;
    private final SortedMap<String, String> options = new TreeMap<>();
    private final SortedMap<String, String> perInstance = new TreeMap<>();
    private @Nullable String path;
    private @Nullable String host;
    private @Nullable String driver;
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

    void setAt(String text) {
        path = "/";
        path = HostPaths.inContainer("at", text);
    }

    void setHost(Object paths) {
        if (paths instanceof Map<?, ?> several) {
            several.forEach((name, each) -> {
                String instance = String.valueOf(name);
                reading.mention(id, "host", instance);
                reading.attempt(() -> perInstance.put(instance, HostPaths.onHost(Given.plainText("host", each))));
            });
            reading.mention(id, "host", "");
        } else {
            reading.mention(id, "host", "");
            host = HostPaths.onHost(Given.plainText("host", paths));
        }
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
        boolean onHost = host != null || !perInstance.isEmpty();
        if (onHost && (driver != null || !options.isEmpty())) {
            reading.attempt(() -> {
                throw new Mistake(
                        "volume `" + id + "` has a host path and a driver or its options, and one excludes the other",
                        "take `host` out for a volume of the engine, or `driver` and `options` for a path of the host");
            });
        }
        Volume.Storage storage = onHost
                ? new Volume.HostPath(Optional.ofNullable(host), perInstance)
                : new Volume.Named(driver == null ? "local" : driver, options);
        return new Volume(
                id, path == null ? "/" : path, storage, Optional.ofNullable(user), Optional.ofNullable(permissions));
    }
}
