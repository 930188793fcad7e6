package io.dockerops.engine.folder;

import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.yaml.tree.Fields;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Item.Several;
import io.dockerops.engine.yaml.tree.Item.Single;
import io.dockerops.engine.yaml.tree.Values;
import io.dockerops.engine.yaml.tree.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file that lists instances: a JSON list of objects, with comments after {@code #} and commas behind last elements. */
final class ConfFile {

    static final List<String> KEYS = List.of(
            "service",
            "instance",
            "group",
            "instance_type",
            "publish_ports",
            "persistent_data",
            "persistent_opt",
            "persistent_log",
            "linked",
            "links",
            "sleep",
            "env_vars",
            "volumes",
            "hostname",
            "seed_command",
            "interactive",
            "safemode");

    private ConfFile() {}

    /** The entries of {@code file}, in its order. */
    static List<Entry> read(Path file, Findings findings) {
        List<Entry> entries = new ArrayList<>();
        Item root = YamlFile.readJson(file, findings);
        if (!(root instanceof Several list)) {
            findings.error(
                    root, "a conf file is a list of instances, and this is " + root.described(), "write `[ … ]`");
            return entries;
        }
        Map<String, Entry> first = new LinkedHashMap<>();
        for (Item item : list.items()) {
            findings.attempt(item, () -> {
                Entry entry = entry(item, findings);
                Entry known = first.putIfAbsent(entry.label(), entry);
                if (known != null) {
                    throw new Mistake(
                            "instance `" + entry.instance().text() + "` of `"
                                    + entry.service().text() + "` is here twice",
                            "the first one is in " + known.service().place().brief() + ": take one of them out");
                }
                entries.add(entry);
            });
        }
        return entries;
    }

    private static Entry entry(Item item, Findings findings) {
        Fields fields = new Fields(findings, "an instance of a conf file", Values.keyed("an instance", item), KEYS);
        return new Entry(single(fields, "service"), single(fields, "instance"), optional(fields, "group"), fields);
    }

    private static Single single(Fields fields, String key) {
        return optional(fields, key)
                .orElseThrow(() -> new Mistake("this says no " + key, "write `\"" + key + "\": \"…\"`"));
    }

    private static Optional<Single> optional(Fields fields, String key) {
        return fields.get(key).map(value -> {
            Values.text(key, value);
            return (Single) value;
        });
    }
}
