package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.Origins.Mention;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.Volume;
import io.dockerops.engine.model.VolumeId;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.yaml.tree.Fields;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Item.Entry;
import io.dockerops.engine.yaml.tree.Item.Keyed;
import io.dockerops.engine.yaml.tree.Item.Single;
import io.dockerops.engine.yaml.tree.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The volumes of a map: what {@code volumes} and {@code host} say of each alias. */
final class MapVolumes {

    private static final List<String> KEYS =
            List.of("default_path", "driver", "driver_options", "create_options", "user", "permissions");
    private static final List<String> CREATE_KEYS = List.of("driver", "driver_opts");

    /** An alias while the map is read. */
    private static final class Alias {
        final VolumeId id;

        @Nullable
        String path;

        @Nullable
        String driver;

        final Map<String, String> options = new TreeMap<>();

        @Nullable
        String user;

        @Nullable
        String permissions;

        Volume.@Nullable HostPath host;

        Alias(VolumeId id) {
            this.id = id;
        }

        Volume volume() {
            return new Volume(
                    id,
                    // Stands in for a path that is missing, which is an error where the alias is used.
                    path == null ? "/" + id : path,
                    host == null
                            ? new Volume.Named(
                                    driver == null ? Volume.Named.LOCAL.driver() : driver, new TreeMap<>(options))
                            : host,
                    Optional.ofNullable(user),
                    Optional.ofNullable(permissions));
        }
    }

    private final Findings findings;
    private final Map<String, Alias> aliases = new LinkedHashMap<>();
    private final Map<ElementId, SourceRef> declarations;
    private final Map<Mention, SourceRef> mentions;

    MapVolumes(Findings findings, Map<ElementId, SourceRef> declarations, Map<Mention, SourceRef> mentions) {
        this.findings = findings;
        this.declarations = declarations;
        this.mentions = mentions;
    }

    /** Reads {@code volumes}. */
    void declare(Item item) {
        for (Entry entry : Values.keyed("volumes", item).entries()) {
            findings.attempt(entry.key(), () -> {
                Alias alias = alias(entry.key());
                if (entry.value() instanceof Keyed keyed) {
                    describe(alias, new Fields(findings, "a volume", keyed, KEYS));
                } else if (!(entry.value() instanceof Single single && single.nothing())) {
                    findings.attempt(entry.value(), () -> alias.path = absolute(entry.value()));
                }
            });
        }
    }

    private Alias alias(Single key) {
        Alias known = aliases.get(key.text());
        if (known != null) {
            return known;
        }
        Alias alias = new Alias(new VolumeId(key.text()));
        declarations.putIfAbsent(alias.id, key.place());
        aliases.put(key.text(), alias);
        return alias;
    }

    private void describe(Alias alias, Fields fields) {
        fields.with("default_path", item -> alias.path = absolute(item));
        fields.with("driver", item -> alias.driver = Values.text("driver", item));
        fields.with("driver_options", item -> alias.options.putAll(Values.textsByKey("driver_options", item)));
        fields.with("create_options", item -> {
            Fields create = new Fields(
                    findings, "`create_options` of a volume", Values.keyed("create_options", item), CREATE_KEYS);
            create.with("driver", driver -> alias.driver = Values.text("driver", driver));
            create.with("driver_opts", options -> alias.options.putAll(Values.textsByKey("driver_opts", options)));
        });
        fields.with("user", item -> alias.user = CommandForms.user("user", item));
        fields.with("permissions", item -> alias.permissions = Rules.mode(Values.text("permissions", item)));
    }

    private static String absolute(Item item) {
        String path = Values.text("volumes", item);
        if (!path.startsWith("/")) {
            throw new Mistake(
                    "the path of a volume in containers must be absolute, and `" + path + "` is not",
                    "write `/" + path + "`");
        }
        return path;
    }

    /** Reads {@code host}. Gives the value of its {@code root}. */
    Optional<Item> host(Item item) {
        Optional<Item> root = Optional.empty();
        for (Entry entry : Values.keyed("host", item).entries()) {
            if (entry.name().equals("root")) {
                root = Optional.of(entry.value());
            } else {
                findings.attempt(entry.key(), () -> hostPath(entry));
            }
        }
        return root;
    }

    private void hostPath(Entry entry) {
        boolean declared = aliases.containsKey(entry.name());
        Alias alias = alias(entry.key());
        mentions.put(new Mention(alias.id, "host", ""), entry.key().place());
        alias.host = new Volume.HostPath(Optional.empty(), new TreeMap<>());
        findings.attempt(entry.value(), () -> alias.host = paths(alias.id, entry.value()));
        if (!declared) {
            findings.error(
                    entry.key(),
                    "`host` has a path for `" + entry.name() + "`, and `volumes` does not say where containers see it",
                    "write `volumes: {" + entry.name() + ": /…}`");
        } else if (alias.driver != null || !alias.options.isEmpty()) {
            findings.error(
                    entry.key(),
                    "volume `" + entry.name()
                            + "` has a host path and a driver or its options, and one excludes the other",
                    "take it out of `host` for a volume of the engine, or take `driver` and `driver_options` out");
        }
    }

    private Volume.HostPath paths(VolumeId id, Item item) {
        if (!(item instanceof Keyed keyed)) {
            return new Volume.HostPath(Optional.of(onHost("host", item)), new TreeMap<>());
        }
        Optional<String> path = Optional.empty();
        TreeMap<String, String> perInstance = new TreeMap<>();
        for (Entry entry : keyed.entries()) {
            Optional<String> each = findings.tried(entry.value(), () -> onHost("host", entry.value()));
            if (entry.name().equals("default")) {
                path = each;
            } else {
                mentions.put(new Mention(id, "host", entry.name()), entry.key().place());
                each.ifPresent(text -> perInstance.put(entry.name(), text));
            }
        }
        return new Volume.HostPath(path, perInstance);
    }

    /** A path of the host, absolute or relative to {@code host_root}. */
    static String onHost(String key, Item item) {
        String path = Values.text(key, item);
        if (path.startsWith("~")) {
            throw new Mistake("`" + path + "` begins with `~`, which is taken as it is", "write `!path " + path + "`");
        }
        String plain = path.startsWith("./") ? path.substring(2) : path;
        if (plain.isBlank() || plain.equals("..") || plain.startsWith("../")) {
            throw new Mistake("the host path `" + path + "` leads out of the host root", "write an absolute path");
        }
        return plain;
    }

    /** Whether {@code name} stands in {@code volumes} or {@code host}. */
    boolean has(String name) {
        return aliases.containsKey(name);
    }

    /** Whether {@code name} stands in {@code host}. */
    boolean onHost(String name) {
        Alias alias = aliases.get(name);
        return alias != null && alias.host != null;
    }

    /** An alias is attached at a path of its own, which becomes the volume's where it has none. */
    void attached(Single name, String path) {
        Alias alias = alias(name);
        if (alias.path == null) {
            alias.path = path;
        }
    }

    /** Notes an error when {@code name} is used without a path and has none. */
    void checkPath(Single name) {
        Alias alias = aliases.get(name.text());
        if (alias != null && alias.path == null && alias.host == null) {
            findings.error(
                    name,
                    "nothing says where containers see the volume `" + name.text() + "`",
                    "write `volumes: {" + name.text() + ": /…}`");
        }
    }

    List<Volume> build() {
        List<Volume> volumes = new ArrayList<>();
        aliases.values().forEach(alias -> volumes.add(alias.volume()));
        return volumes;
    }
}
