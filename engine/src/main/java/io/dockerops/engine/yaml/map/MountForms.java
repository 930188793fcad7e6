package io.dockerops.engine.yaml.map;

import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import io.dockerops.engine.yaml.tree.Fields;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Item.Entry;
import io.dockerops.engine.yaml.tree.Item.Keyed;
import io.dockerops.engine.yaml.tree.Item.Kind;
import io.dockerops.engine.yaml.tree.Item.Several;
import io.dockerops.engine.yaml.tree.Item.Single;
import io.dockerops.engine.yaml.tree.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms in which a map names volumes: {@code name}, {@code [name, ro]}, {@code {name: [path, ro]}} and more. */
final class MountForms {

    /**
     * A volume of a container.
     *
     * @param name an alias, another container, or a path in the container
     * @param other a path: of the host for {@code binds}, else in the container
     * @param readOnly whether it cannot be written
     */
    record Named(Single name, Optional<Single> other, boolean readOnly) {}

    private static final List<String> MODES = List.of("ro", "rw");

    private final Findings findings;
    private final String key;
    private final List<String> names;

    /**
     * @param key {@code binds}, {@code attaches} or {@code uses}
     * @param names the keys of the form that names all parts
     */
    MountForms(Findings findings, String key, String... names) {
        this.findings = findings;
        this.key = key;
        this.names = List.of(names);
    }

    /** One element of the list. */
    Named read(Item item) {
        Named named = form(item);
        if (named.readOnly() && key.equals("attaches")) {
            throw new Mistake(
                    "the volume `" + named.name().text() + "` is attached, and who owns a volume can write it",
                    "write `{name: /path}`, or take `ro` out");
        }
        return named;
    }

    private Named form(Item item) {
        if (item instanceof Single) {
            return new Named(name(item), Optional.empty(), false);
        } else if (item instanceof Several several) {
            return parts(several.items());
        }
        Keyed keyed = (Keyed) item;
        if (keyed.entries().size() == 1 && !keyed.entries().get(0).name().equals(names.get(0))) {
            return parts(
                    List.of(keyed.entries().get(0).key(), keyed.entries().get(0).value()));
        }
        return byKeys(keyed);
    }

    private Named byKeys(Keyed keyed) {
        boolean path = keyed.entries().stream().map(Entry::name).anyMatch("path"::equals);
        Fields fields = new Fields(findings, "`" + key + "`", keyed, names);
        String first = path && key.equals("binds") ? "path" : "name";
        String second = key.equals("binds") ? "host_path" : "path";
        Item name = fields.get(first)
                .orElseThrow(() -> new Mistake("`" + key + "` names no volume here", "write `" + first + ": …`"));
        boolean readOnly = fields.get("readonly").map(this::readOnly).orElse(false);
        return new Named(name(name), fields.get(second).map(this::name), readOnly);
    }

    /** A list in the list counts as its elements. */
    private Named parts(List<Item> items) {
        List<Item> parts = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (i == items.size() - 1 && i > 0 && items.get(i) instanceof Several nested) {
                parts.addAll(nested.items());
            } else {
                parts.add(items.get(i));
            }
        }
        if (parts.isEmpty() || parts.size() > 3) {
            throw new Mistake(
                    "`" + key + "` takes one to three parts for a volume, and these are " + parts.size(), form());
        }
        Single name = name(parts.get(0));
        if (parts.size() == 1) {
            return new Named(name, Optional.empty(), false);
        } else if (parts.size() == 2) {
            return isMode(parts.get(1))
                    ? new Named(name, Optional.empty(), readOnly(parts.get(1)))
                    : new Named(name, Optional.of(name(parts.get(1))), false);
        }
        return new Named(name, Optional.of(name(parts.get(1))), readOnly(parts.get(2)));
    }

    private static boolean isMode(Item item) {
        return item instanceof Single single
                && (single.nothing() || single.kind() == Kind.FLAG || MODES.contains(single.text()));
    }

    private boolean readOnly(Item item) {
        if (item instanceof Single single) {
            if (single.nothing() || single.text().equals("rw")) {
                return false;
            } else if (single.text().equals("ro")) {
                return true;
            } else if (single.kind() == Kind.FLAG) {
                return Values.flag(key, single);
            }
            throw new Mistake(
                    "`" + single.text() + "` is neither `ro` nor `rw`",
                    Suggest.hint(single.text(), MODES).orElse("write `ro` for read-only"));
        }
        throw new Mistake("`" + key + "` takes `ro` or `rw` here, and this is " + item.described());
    }

    private Single name(Item item) {
        if (item instanceof Single single && !single.nothing()) {
            return single;
        }
        throw new Mistake("`" + key + "` takes a name or a path here, and this is " + item.described(), form());
    }

    private String form() {
        return switch (key) {
            case "binds" -> "write `name`, `[name, ro]` or `[/path, /host/path, ro]`";
            case "attaches" -> "write `name` or `{name: /path}`";
            default -> "write `name`, `[name, ro]` or `[name, /path, ro]`";
        };
    }
}
