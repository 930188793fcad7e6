package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.Endpoint;
import io.dockerops.engine.model.Link;
import io.dockerops.engine.model.NetworkId;
import io.dockerops.engine.model.Selector;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.yaml.tree.Fields;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Item.Entry;
import io.dockerops.engine.yaml.tree.Item.Keyed;
import io.dockerops.engine.yaml.tree.Item.Several;
import io.dockerops.engine.yaml.tree.Item.Single;
import io.dockerops.engine.yaml.tree.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The forms in which a map names links and networks. */
final class ConnectionForms {

    private static final List<String> LINK_KEYS = List.of("container", "alias");
    private static final List<String> ENDPOINT_KEYS =
            List.of("network_name", "aliases", "links", "ipv4_address", "ipv6_address", "link_local_ips");
    private static final String LINK_FORM = "write `name`, `name.instance`, `[name, alias]` or `{name: alias}`";
    private static final String ENDPOINT_FORM = "write `name`, `[name, alias]` or `{name: {ipv4_address: …}}`";

    private final Findings findings;

    ConnectionForms(Findings findings) {
        this.findings = findings;
    }

    /** One element of {@code links}. */
    Link link(Item item) {
        if (item instanceof Single single) {
            return link(List.of(single));
        } else if (item instanceof Several several) {
            return link(several.items());
        }
        Keyed keyed = (Keyed) item;
        if (keyed.entries().size() == 1
                && !LINK_KEYS.contains(keyed.entries().get(0).name())) {
            Entry entry = keyed.entries().get(0);
            return link(List.of(entry.key(), entry.value()));
        }
        Fields fields = new Fields(findings, "a link", keyed, LINK_KEYS);
        List<Item> parts = new ArrayList<>();
        parts.add(fields.get("container")
                .orElseThrow(() -> new Mistake("this link names no container", "write `container: …`")));
        fields.get("alias").ifPresent(parts::add);
        return link(parts);
    }

    private static Link link(List<Item> parts) {
        if (parts.isEmpty() || parts.size() > 2) {
            throw new Mistake("a link has one or two parts, and these are " + parts.size(), LINK_FORM);
        }
        Optional<String> alias = Optional.of(parts)
                .filter(all -> all.size() == 2)
                .map(all -> all.get(1))
                .filter(each -> !(each instanceof Single single && single.nothing()))
                .map(each -> Values.text("links", each));
        return new Link(Selector.parse(Values.text("links", parts.get(0))), alias);
    }

    /** One element of {@code networks}. */
    Endpoint endpoint(Item item) {
        if (item instanceof Single single) {
            return byOrder(List.of(single));
        } else if (item instanceof Several several) {
            return pair(several.items());
        }
        Keyed keyed = (Keyed) item;
        if (keyed.entries().size() == 1 && !keyed.entries().get(0).name().equals("network_name")) {
            Entry entry = keyed.entries().get(0);
            return pair(List.of(entry.key(), entry.value()));
        }
        return byKeys(keyed);
    }

    private Endpoint pair(List<Item> items) {
        if (items.size() == 2 && items.get(1) instanceof Keyed keyed) {
            List<Entry> entries = new ArrayList<>(
                    Values.byPosition(ENDPOINT_KEYS, items.subList(0, 1)).entries());
            entries.addAll(keyed.entries());
            return byKeys(new Keyed(entries, keyed.place()));
        } else if (items.size() == 2 && items.get(1) instanceof Several nested && isNested(nested)) {
            List<Item> parts = new ArrayList<>(List.of(items.get(0)));
            parts.addAll(nested.items());
            return byOrder(parts);
        }
        return byOrder(items);
    }

    /** {@code [name, [[alias], …]]} gives the parts in order, {@code [name, [alias, alias]]} several aliases. */
    private static boolean isNested(Several several) {
        return several.items().stream().anyMatch(each -> !(each instanceof Single single) || single.nothing());
    }

    private Endpoint byOrder(List<Item> parts) {
        if (parts.isEmpty() || parts.size() > ENDPOINT_KEYS.size()) {
            throw new Mistake(
                    "a network of a container has one to six parts, and these are " + parts.size(), ENDPOINT_FORM);
        }
        return byKeys(Values.byPosition(ENDPOINT_KEYS, parts));
    }

    private Endpoint byKeys(Keyed keyed) {
        Fields fields = new Fields(findings, "a network of a container", keyed, ENDPOINT_KEYS);
        Item name = fields.get("network_name")
                .orElseThrow(() -> new Mistake("this names no network", "write `network_name: …`"));
        List<Link> links = new ArrayList<>();
        fields.with(
                "links",
                item -> Values.elements(item).forEach(each -> findings.attempt(each, () -> links.add(link(each)))));
        return new Endpoint(
                new NetworkId(Values.text("networks", name)),
                fields.get("aliases").map(item -> Values.texts("aliases", item)).orElse(List.of()),
                links,
                fields.get("ipv4_address").map(item -> Values.text("ipv4_address", item)),
                fields.get("ipv6_address").map(item -> Values.text("ipv6_address", item)),
                fields.get("link_local_ips")
                        .map(item -> Values.texts("link_local_ips", item))
                        .orElse(List.of()),
                Optional.empty());
    }
}
