package io.dockerops.dsl.build;

import io.dockerops.dsl.words.NetworkWords;
import io.dockerops.engine.model.Network;
import io.dockerops.engine.model.NetworkId;
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
    private boolean internal;

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

    void setOptions(Map<?, ?> options) {
        this.options.putAll(Given.textsByName("option", options));
    }

    void addSubnet(Map<String, ?> options, String cidr) {
        Named named = new Named(reading, "subnet", options, "gateway", "range");
        reading.mention(id, "subnet", cidr);
        subnets.add(new Network.Subnet(cidr, named.text("gateway"), named.text("range")));
    }

    Network build() {
        return new Network(id, driver, options, internal, subnets);
    }
}
