package io.dockerops.dsl.build;

import io.dockerops.dsl.words.NetworkWords;
import io.dockerops.engine.model.Network;
import io.dockerops.engine.model.NetworkId;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.problem.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The block of a declared {@code network}. */
final class NetworkBlock extends Block implements NetworkWords {

    private final NetworkId id;
    private final SortedMap<String, String> options = new TreeMap<>();
    private final List<Network.Subnet> subnets = new ArrayList<>();
    private String driver = Network.DEFAULT_DRIVER;
    private final SortedMap<String, String> labels = new TreeMap<>();
    private boolean internal;
    private boolean ipv6;
    private boolean attachable;

    NetworkBlock(Reading reading, NetworkId id) {
        super(reading, "the block of the declared network");
        this.id = id;
    }

    @Override
    public void driver(String name) {
        once("driver", name, () -> driver = name);
    }

    @Override
    public void internal() {
        once("internal", true, () -> internal = true);
    }

    @Override
    public void internal(boolean internal) {
        once("internal", internal, () -> this.internal = internal);
    }

    @Override
    public void ipv6() {
        ipv6(true);
    }

    @Override
    public void ipv6(boolean ipv6) {
        once("ipv6", ipv6, () -> setIpv6(ipv6));
    }

    @Override
    public void attachable() {
        attachable(true);
    }

    @Override
    public void attachable(boolean attachable) {
        once("attachable", attachable, () -> setAttachable(attachable));
    }

    @Override
    public void label(String name, Object value) {
        word("label", value, () -> labels.put(Rules.label(name), Given.text("label " + name, value)));
    }

    @Override
    public void labels(Map<String, ?> labels) {
        word("labels", labels, () -> setLabels(labels));
    }

    @Override
    public void subnet(String cidr) {
        word("subnet", cidr, () -> addSubnet(Map.of(), cidr));
    }

    @Override
    public void subnet(Map<String, ?> options, String cidr) {
        word("subnet", cidr, () -> addSubnet(options, cidr));
    }

    @Override
    public void subnets(String... cidrs) {
        word("subnets", cidrs, () -> {
            if (cidrs.length == 0) {
                throw new Mistake("`subnets` stands alone", "write ranges of addresses behind it, or leave it out");
            }
            for (String cidr : cidrs) {
                reading.attempt(() -> addSubnet(Map.of(), cidr));
            }
        });
    }

    @Override
    public void option(String name, Object value) {
        word("option", value, () -> options.put(name, Given.text("option " + name, value)));
    }

    @Override
    public void options(Map<String, ?> options) {
        word("options", options, () -> setOptions(options));
    }

    void setDriver(String name) {
        driver = name;
    }

    void setInternal(boolean internal) {
        this.internal = internal;
    }

    void setIpv6(boolean ipv6) {
        this.ipv6 = ipv6;
    }

    void setAttachable(boolean attachable) {
        this.attachable = attachable;
    }

    void setLabels(Map<?, ?> labels) {
        Given.textsByName("label", labels)
                .forEach((name, value) -> reading.attempt(() -> this.labels.put(Rules.label(name), value)));
    }

    void setOptions(Map<?, ?> options) {
        this.options.putAll(Given.textsByName("option", options));
    }

    void addSubnet(Map<String, ?> options, String cidr) {
        Named named = new Named(reading, "subnet", options, "gateway", "range");
        reading.mention(id, "subnet", cidr);
        subnets.add(new Network.Subnet(cidr, named.text("gateway"), named.text("range")));
    }

    Network build() {
        return new Network(id, driver, options, internal, subnets, ipv6, attachable, labels);
    }
}
