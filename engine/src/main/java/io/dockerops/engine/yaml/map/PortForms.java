package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.Port;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
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
import java.util.Locale;
import java.util.Optional;

/** The forms in which a map names ports: {@code [80, 8080, private]}, {@code {80: 8080}} and more. */
final class PortForms {

    /**
     * A port as it was read.
     *
     * @param port the container's port
     * @param published whether it is reachable from outside
     * @param hostPort the host's port; chosen by the engine when empty
     * @param network the name of an interface of the client, or an address; all addresses when empty
     * @param ipv6 whether the interface's address of IPv6 is meant
     */
    record Read(Port port, boolean published, Optional<Integer> hostPort, Optional<Single> network, boolean ipv6) {}

    private static final List<String> KEYS = List.of("exposed_port", "host_port", "interface", "ipv6");
    private static final String FORM = "write `[80]`, `[80, 8080]`, `{80: 8080}` or `{80: [8080, interface]}`";

    private final Findings findings;

    PortForms(Findings findings) {
        this.findings = findings;
    }

    /** One element of {@code exposes}. */
    Read read(Item item) {
        if (item instanceof Single single) {
            return read(List.of(single));
        } else if (item instanceof Several several) {
            return read(several.items());
        }
        Keyed keyed = (Keyed) item;
        if (keyed.entries().size() == 1 && !KEYS.contains(keyed.entries().get(0).name())) {
            Entry entry = keyed.entries().get(0);
            return read(List.of(entry.key(), entry.value()));
        }
        return byKeys(keyed);
    }

    private Read read(List<Item> items) {
        if (items.size() == 2 && items.get(1) instanceof Keyed keyed) {
            List<Entry> entries =
                    new ArrayList<>(Values.byPosition(KEYS, items.subList(0, 1)).entries());
            entries.addAll(keyed.entries());
            return byKeys(new Keyed(entries, keyed.place()));
        }
        List<Item> parts = new ArrayList<>(items);
        if (items.size() == 2 && items.get(1) instanceof Several nested) {
            parts = new ArrayList<>(List.of(items.get(0)));
            parts.addAll(nested.items());
        }
        if (parts.isEmpty() || parts.size() > KEYS.size()) {
            throw new Mistake("`exposes` takes one to four parts for a port, and these are " + parts.size(), FORM);
        }
        return byKeys(Values.byPosition(KEYS, parts));
    }

    private Read byKeys(Keyed keyed) {
        Fields fields = new Fields(findings, "a port", keyed, KEYS);
        Item port = fields.get("exposed_port")
                .orElseThrow(() -> new Mistake("this names no port of the container", "write `exposed_port: 80`"));
        Optional<Single> network = fields.get("interface").map(item -> {
            Values.text("interface", item);
            return (Single) item;
        });
        Optional<Integer> hostPort = fields.get("host_port").map(PortForms::number);
        return new Read(
                port(port),
                hostPort.isPresent() || network.isPresent(),
                hostPort,
                network,
                fields.get("ipv6").map(item -> Values.flag("ipv6", item)).orElse(false));
    }

    /** {@code 80}, {@code 53/udp}. */
    static Port port(Item item) {
        if (!(item instanceof Single single) || single.nothing()) {
            throw new Mistake("a port is a number, and this is " + item.described(), FORM);
        }
        int slash = single.text().indexOf('/');
        if (slash < 0) {
            return new Port(number(single), Port.Protocol.TCP);
        }
        return new Port(
                number(single.text().substring(0, slash)),
                protocol(single.text().substring(slash + 1)));
    }

    static Port.Protocol protocol(String text) {
        List<String> names = new ArrayList<>();
        for (Port.Protocol protocol : Port.Protocol.values()) {
            if (protocol.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return protocol;
            }
            names.add(protocol.toString());
        }
        throw new Mistake(
                "`" + text + "` is not a protocol of ports",
                Suggest.hint(text, names).orElse("write `tcp`, `udp` or `sctp`"));
    }

    static int number(Item item) {
        if (item instanceof Single single && !single.nothing()) {
            return number(single.text());
        }
        throw new Mistake("a port is a number, and this is " + item.described(), FORM);
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new Mistake("`" + text + "` is not a port: 1 to 65535", FORM);
        }
        return new Port(Integer.parseInt(text), Port.Protocol.TCP).number();
    }
}
