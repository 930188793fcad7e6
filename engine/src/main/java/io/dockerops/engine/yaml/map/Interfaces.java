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

/** Finds the names of interfaces, behind which each client has an address of its own. */
final class Interfaces {

    private final Clients clients;
    private final Findings findings;

    Interfaces(Clients clients, Findings findings) {
        this.clients = clients;
        this.findings = findings;
    }

    /**
     * The address {@code network}, or the name that hosts give to theirs; nothing when a client has none, which then is an
     * error.
     */
    Optional<String> address(Single network, List<String> names, boolean ipv6) {
        if (isAddress(network.text())) {
            return Optional.of(network.text());
        }
        Optional<String> found = Optional.empty();
        for (String name : names) {
            Client client = clients.byName().get(name);
            SortedMap<String, String> own =
                    client == null ? new TreeMap<>() : ipv6 ? client.interfacesIpv6() : client.interfaces();
            String address = own.get(network.text());
            if (address == null) {
                missing(network, name, own.keySet());
            } else {
                found = Optional.of(address);
            }
        }
        return found;
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
