package io.dockerops.engine.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Modes exclude networks, subnets lie apart, and fixed addresses lie in them, each once. */
final class NetworkRules {

    private record Address(HostId host, NetworkId network, IpAddress address) {}

    private record Range(Cidr cidr, Network network) {}

    private final Inquiry inquiry;
    private final Map<Address, InstanceId> owners = new LinkedHashMap<>();

    private NetworkRules(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    static void check(Inquiry inquiry) {
        NetworkRules rules = new NetworkRules(inquiry);
        inquiry.eachMerged(rules::mode);
        inquiry.blocks.forEach(block ->
                rules.joinedTwice(block.owner(), block.settings().networking().endpoints()));
        rules.overlaps();
        inquiry.instances.forEach(rules::addresses);
    }

    private void mode(ElementId owner, Settings merged) {
        if (merged.networking().mode().isEmpty()) {
            return;
        }
        NetworkMode mode = merged.networking().mode().get();
        String said = said(mode);
        for (Endpoint endpoint : merged.networking().endpoints()) {
            inquiry.error(
                    owner,
                    "network",
                    endpoint.network().name(),
                    "`" + owner.label() + "` cannot join the network `" + endpoint.network() + "` and have " + said,
                    List.of("take one of them out; `networkMode` is" + inquiry.in(owner, "networkMode", key(mode))));
        }
        if (!(mode instanceof NetworkMode.Bridge)) {
            if (merged.networking().publishesOfImage()) {
                inquiry.error(
                        owner,
                        "publishExposed",
                        "",
                        "`" + owner.label() + "` cannot publish what its image exposes and have " + said,
                        List.of(whyNot("publishExposed", mode)));
            }
            for (Port.Published port : merged.networking().published()) {
                inquiry.error(
                        owner,
                        "publish",
                        port.container().toString(),
                        "`" + owner.label() + "` cannot publish " + port.container() + " and have " + said,
                        List.of(whyNot("publish", mode)));
            }
        }
        if (mode instanceof NetworkMode.OfInstance
                && merged.process().hostname().isPresent()) {
            inquiry.error(
                    owner,
                    "hostname",
                    "",
                    "`" + owner.label() + "` cannot have a host name of its own and " + said,
                    List.of("take `hostname` out: the other container's holds for both"));
        }
    }

    /** The value under which a mention of {@code networkMode} is kept. */
    static String key(NetworkMode mode) {
        return mode instanceof NetworkMode.OfInstance of ? of.target().toString() : "";
    }

    private static String said(NetworkMode mode) {
        if (mode instanceof NetworkMode.OfInstance of) {
            return "the network of `" + of.target() + "`";
        }
        return "`networkMode '"
                + (mode instanceof NetworkMode.None ? "none" : mode instanceof NetworkMode.OfHost ? "host" : "bridge")
                + "'`";
    }

    private static String whyNot(String word, NetworkMode mode) {
        if (mode instanceof NetworkMode.OfInstance of) {
            return "publish it in `" + of.target() + "`, whose network it is";
        }
        return mode instanceof NetworkMode.OfHost
                ? "take `" + word + "` out: every port is reachable on the host already"
                : "take one of them out: without a network nothing is reachable";
    }

    private void joinedTwice(ElementId owner, List<Endpoint> endpoints) {
        Set<NetworkId> seen = new LinkedHashSet<>();
        for (Endpoint endpoint : endpoints) {
            if (!seen.add(endpoint.network())) {
                inquiry.error(
                        owner,
                        "network",
                        endpoint.network().name(),
                        "`" + owner.label() + "` joins the network `" + endpoint.network() + "` twice",
                        List.of("put aliases and addresses behind one `network`"));
            }
        }
    }

    /** Sorted by their first address, ranges that overlap stand next to each other. */
    private void overlaps() {
        List<Range> ranges = new ArrayList<>();
        for (Network network : inquiry.networks.values()) {
            network.subnets().forEach(subnet -> ranges.add(new Range(Cidr.parse(subnet.cidr()), network)));
        }
        ranges.sort(
                Comparator.comparingInt((Range range) -> range.cidr().first().bits())
                        .thenComparing(range -> range.cidr().first().number())
                        .thenComparingInt(range -> range.cidr().prefix()));
        for (int i = 1; i < ranges.size(); i++) {
            Range one = ranges.get(i - 1);
            Range other = ranges.get(i);
            if (one.cidr().contains(other.cidr())) {
                inquiry.error(
                        other.network().id(),
                        "subnet",
                        other.cidr().toString(),
                        "the subnet " + other.cidr() + " of `" + other.network().id() + "` overlaps " + one.cidr()
                                + " of `" + one.network().id() + "`",
                        List.of("choose ranges that have no address in common; the other one is"
                                + inquiry.in(
                                        one.network().id(), "subnet", one.cidr().toString())));
            }
        }
    }

    private void addresses(Instance instance) {
        for (Endpoint endpoint : instance.settings().networking().endpoints()) {
            Network network = inquiry.networks.get(endpoint.network());
            if (network != null) {
                endpoint.ipv4().ifPresent(text -> address(instance, network, text));
                endpoint.ipv6().ifPresent(text -> address(instance, network, text));
            }
        }
    }

    private void address(Instance instance, Network network, String text) {
        IpAddress address = IpAddress.parse(text);
        Optional<String> wrong = outside(network, address, text);
        wrong.ifPresent(summary -> inquiry.error(
                instance.id(),
                "network",
                network.id().name(),
                summary,
                List.of("a fixed address needs a `subnet` of its network that it lies in")));
        InstanceId first = owners.putIfAbsent(new Address(instance.host(), network.id(), address), instance.id());
        if (first != null) {
            inquiry.error(
                    instance.id(),
                    "network",
                    network.id().name(),
                    "`" + first + "` and `" + instance.id() + "` have the same address " + text + " in `" + network.id()
                            + "`",
                    List.of("give each instance an address of its own"));
        }
    }

    private static Optional<String> outside(Network network, IpAddress address, String text) {
        if (network.subnets().isEmpty()) {
            return Optional.of("the network `" + network.id() + "` declares no subnet for the fixed address " + text);
        }
        for (Network.Subnet subnet : network.subnets()) {
            if (Cidr.parse(subnet.cidr()).contains(address)) {
                return subnet.gateway()
                                .filter(gateway -> IpAddress.parse(gateway).equals(address))
                                .isPresent()
                        ? Optional.of("the address " + text + " is the gateway of `" + network.id() + "`")
                        : Optional.empty();
            }
        }
        return Optional.of("the address " + text + " is in no subnet of `" + network.id() + "`: "
                + String.join(
                        ", ",
                        network.subnets().stream().map(Network.Subnet::cidr).toList()));
    }
}
