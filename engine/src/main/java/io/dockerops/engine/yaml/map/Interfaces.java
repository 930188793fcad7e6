package io.dockerops.engine.yaml.map;

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
    Optional<String> address(Single network, List<String> names, boolean ipv6) {
        if (isAddress(network.text())) {
            return Optional.of(network.text());
        }
        TreeMap<String, String> found = new TreeMap<>();
        for (String name : names) {
            Client client = clients.byName().get(name);
            SortedMap<String, String> addresses =
                    client == null ? new TreeMap<>() : ipv6 ? client.interfacesIpv6() : client.interfaces();
            String address = addresses.get(network.text());
            if (address == null) {
                missing(network, name, addresses.keySet());
            } else {
                found.put(name, address);
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

    private void missing(Single network, String client, Set<String> known) {
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
