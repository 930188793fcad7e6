package io.dockerops.engine.folder;

import io.dockerops.engine.model.Link;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import io.dockerops.engine.yaml.tree.Fields;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Item.Single;
import io.dockerops.engine.yaml.tree.Values;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads links: {@code service-instance:name}, where {@code *} stands for any text, or an object with name, service and
 * instance, where no instance means any. What fits several instances leads to the first, with a warning.
 */
final class Links {

    private static final List<String> KEYS = List.of("name", "service", "instance");

    private final List<Entry> entries;
    private final Findings findings;

    Links(List<Entry> entries, Findings findings) {
        this.entries = entries;
        this.findings = findings;
    }

    /** The link; empty when what was wrong with it has been noted. */
    Optional<Link> read(Item item) {
        return item instanceof Single single ? simple(single) : extended(item);
    }

    private Optional<Link> simple(Single item) {
        String text = Values.text("links", item);
        int colon = text.lastIndexOf(':');
        if (colon < 1 || colon == text.length() - 1 || text.lastIndexOf('-', colon) < 1) {
            throw new Mistake(
                    "`" + text + "` is not a link", "write `service-instance:NAME`, such as `postgres-master:DB`");
        }
        Pattern pattern = pattern(text.substring(0, colon));
        return link(
                item,
                text.substring(0, colon),
                entry -> pattern.matcher(entry.label()).matches(),
                text.substring(colon + 1));
    }

    private Optional<Link> extended(Item item) {
        Fields fields = new Fields(findings, "a link", Values.keyed("links", item), KEYS);
        String name = required(fields, "name");
        String service = required(fields, "service");
        Optional<String> instance = fields.get("instance").map(value -> Values.text("instance", value));
        Pattern services = pattern(service);
        Predicate<Entry> fits =
                entry -> services.matcher(entry.service().text()).matches()
                        && instance.map(entry.instance().text()::equals).orElse(true);
        return link(item, service + instance.map(one -> "-" + one).orElse(""), fits, name);
    }

    private static String required(Fields fields, String key) {
        return fields.get(key)
                .map(value -> Values.text(key, value))
                .orElseThrow(() -> new Mistake("this link says no " + key, "write `\"" + key + "\": \"…\"`"));
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"));
    }

    private Optional<Link> link(Item item, String wanted, Predicate<Entry> fits, String name) {
        List<Entry> found = entries.stream().filter(fits).toList();
        if (found.isEmpty()) {
            List<String> labels = entries.stream().map(Entry::label).toList();
            throw new Mistake(
                    "no instance of this project fits `" + wanted + "`", Suggest.hint(wanted, labels, "there are"));
        }
        if (found.size() > 1) {
            findings.warning(
                    item,
                    "`" + wanted + "` fits " + found.size() + " instances, and `" + name + "` leads to the first, `"
                            + found.get(0).label() + "`",
                    "name the instance");
        }
        return findings.tried(item, () -> new Link(found.get(0).selector(), Optional.of(name), false, true));
    }
}
