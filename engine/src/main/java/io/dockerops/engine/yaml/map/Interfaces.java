package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.IpAddress;
import io.dockerops.engine.problem.Suggest;
import io.dockerops.engine.yaml.map.Clients.Client;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item.Single;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the addresses behind the names of interfaces, which each client has its own of. */
final class Interfaces {

    private final Clients clients;
    private final Findings findings;

    Interfaces(Clients clients, Findings findings) {
        this.clients = clients;
        this.findings = findings;
    }

    /** The address of {@code network}; nothing when there is none, which then is an error. */
    Optional<String> address(Single network, List<HostId> hosts, boolean ipv6) {
        if (isAddress(network.text())) {
            return Optional.of(network.text());
        }
        List<HostId> of = hosts.isEmpty() ? List.of(Clients.id(Clients.DEFAULT)) : hosts;
        TreeMap<String, String> found = new TreeMap<>();
        for (HostId host : of) {
            client(host).map(client -> addresses(client, ipv6)).ifPresent(addresses -> {
                String address = addresses.get(network.text());
                if (address == null) {
                    missing(network, host, addresses.keySet());
                } else {
                    found.put(host.name(), address);
                }
            });
            if (client(host).isEmpty()) {
                missing(network, host, Set.of());
            }
        }
        if (found.values().stream().distinct().count() > 1) {
            findings.error(
                    network,
                    "the interface `" + network.text() + "` has several addresses: " + found,
                    "the address of a port is the same on all hosts of a service: make it one service per client");
        }
        return found.values().stream().findFirst();
    }

    private Optional<Client> client(HostId host) {
        return clients.byName().entrySet().stream()
                .filter(entry -> Clients.id(entry.getKey()).equals(host))
                .map(java.util.Map.Entry::getValue)
                .findFirst();
    }

    private static SortedMap<String, String> addresses(Client client, boolean ipv6) {
        return ipv6 ? client.interfacesIpv6() : client.interfaces();
    }

    private void missing(Single network, HostId host, Set<String> known) {
        String client = host.equals(Clients.id(Clients.DEFAULT)) ? Clients.DEFAULT : host.name();
        findings.error(
                network,
                "the client `" + client + "` has no interface `" + network.text() + "`",
                Suggest.hint(network.text(), known)
                        .orElse(
                                known.isEmpty()
                                        ? "write an address, or `interfaces: {" + network.text()
                                                + ": …}` for it in the file of `--clients`"
                                        : known.stream()
                                                .collect(Collectors.joining("`, `", "its interfaces are `", "`"))));
    }

    private static boolean isAddress(String text) {
        try {
            IpAddress.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
