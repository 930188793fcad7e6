package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.Network;
import io.dockerops.engine.model.NetworkId;
import io.dockerops.engine.model.Origins.Mention;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.yaml.tree.Fields;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Item.Entry;
import io.dockerops.engine.yaml.tree.Item.Keyed;
import io.dockerops.engine.yaml.tree.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a network of a map. */
final class NetworkReader {

    private static final List<String> KEYS = List.of("driver", "driver_options", "internal", "create_options");
    private static final List<String> CREATE_KEYS =
            List.of("driver", "options", "internal", "ipam", "check_duplicate", "labels", "enable_ipv6", "attachable");
    private static final List<String> IPAM_KEYS = List.of("Driver", "Config", "driver", "config", "pool_configs");
    private static final List<String> POOL_KEYS =
            List.of("Subnet", "Gateway", "IPRange", "subnet", "gateway", "iprange", "ip_range");

    private final Findings findings;
    private final Map<Mention, SourceRef> mentions;
    private final TreeMap<String, String> options = new TreeMap<>();
    private final List<Network.Subnet> subnets = new ArrayList<>();
    private String driver = Network.DEFAULT_DRIVER;
    private boolean internal;
    private boolean ipv6;
    private boolean attachable;
    private final TreeMap<String, String> labels = new TreeMap<>();

    NetworkReader(Findings findings, Map<Mention, SourceRef> mentions) {
        this.findings = findings;
        this.mentions = mentions;
    }

    Network read(Entry entry) {
        NetworkId id = new NetworkId(entry.name());
        Fields fields = new Fields(findings, "a network", Values.keyed(entry.name(), entry.value()), KEYS);
        common(fields, "driver_options");
        fields.with("create_options", item -> {
            Keyed keyed = Values.keyed("create_options", item);
            Fields create = new Fields(findings, "`create_options` of a network", keyed, CREATE_KEYS);
            common(create, "options");
            create.with("ipam", ipam -> ipam(id, ipam));
            more(create);
        });
        return new Network(id, driver, options, internal, subnets, ipv6, attachable, labels);
    }

    private void common(Fields fields, String optionsKey) {
        fields.with("driver", item -> driver = Values.text("driver", item));
        fields.with(optionsKey, item -> options.putAll(Values.textsByKey(optionsKey, item)));
        fields.with("internal", item -> internal = Values.flag("internal", item));
    }

    private void more(Fields create) {
        create.with("check_duplicate", item -> {
            if (!Values.flag("check_duplicate", item)) {
                throw new Mistake("a network is never made twice, so `check_duplicate` cannot be false", "take it out");
            }
        });
        create.with("enable_ipv6", item -> ipv6 = Values.flag("enable_ipv6", item));
        create.with("attachable", item -> attachable = Values.flag("attachable", item));
        create.with("labels", this::labels);
    }

    /** A map, or names of labels without values. */
    private void labels(Item item) {
        if (item instanceof Keyed) {
            Values.textsByKey("labels", item).forEach((name, value) -> labels.put(Rules.label(name), value));
        } else {
            Values.texts("labels", item).forEach(name -> labels.put(Rules.label(name), ""));
        }
    }

    private void ipam(NetworkId id, Item item) {
        Fields fields = new Fields(findings, "`ipam`", Values.keyed("ipam", item), IPAM_KEYS);
        for (String key : List.of("Driver", "driver")) {
            fields.with(key, each -> {
                if (!Values.text(key, each).equals("default")) {
                    throw new Mistake("addresses are given by the engine's own driver only", "take `" + key + "` out");
                }
            });
        }
        for (String key : List.of("Config", "config", "pool_configs")) {
            fields.with(key, pools -> {
                for (Item pool : Values.elements(pools instanceof Keyed ? list(pools) : pools)) {
                    findings.attempt(pool, () -> pool(id, pool));
                }
            });
        }
    }

    private static Item list(Item item) {
        return new Item.Several(List.of(item), item.place());
    }

    private void pool(NetworkId id, Item pool) {
        Fields fields = new Fields(findings, "a range of addresses", Values.keyed("ipam", pool), POOL_KEYS);
        String subnet = text(fields, "Subnet", "subnet")
                .orElseThrow(() -> new Mistake("this range of addresses has no subnet", "write `Subnet: 10.7.0.0/16`"));
        mentions.put(new Mention(id, "subnet", subnet), pool.place());
        subnets.add(new Network.Subnet(
                subnet, text(fields, "Gateway", "gateway"), text(fields, "IPRange", "iprange", "ip_range")));
    }

    private static Optional<String> text(Fields fields, String... keys) {
        for (String key : keys) {
            Optional<String> text = fields.get(key).map(item -> Values.text(key, item));
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }
}
