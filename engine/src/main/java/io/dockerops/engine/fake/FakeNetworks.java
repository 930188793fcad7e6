package io.dockerops.engine.fake;

import io.dockerops.engine.model.Specification;
import io.dockerops.engine.port.NetworkDetails;
import java.util.List;
import java.util.Optional;

/** What the fake engine does with networks. */
final class FakeNetworks {

    private static final int FORBIDDEN = 403;
    /** The gateway has the one before. */
    private static final int FIRST_HOST = 2;

    private static final List<String> BUILT_IN = List.of("bridge", "host", "none");

    private final FakeWorld world;

    FakeNetworks(FakeWorld world) {
        this.world = world;
        BUILT_IN.forEach(name -> add(name, Specification.EMPTY));
    }

    List<NetworkDetails> list() {
        return List.copyOf(world.networks.values());
    }

    void create(String name, Specification specification) {
        if (world.networks.containsKey(name)) {
            throw FakeWorld.refused(FakeWorld.CONFLICT, "network with name " + name + " already exists");
        }
        add(name, specification.canonical());
    }

    private void add(String name, Specification specification) {
        Specification.Builder live = specification.toBuilder();
        if (specification.text("Driver").isEmpty()) {
            live.put("Driver", "bridge");
        }
        live.put("Scope", "local");
        Specification full = live.build().withoutDefaults();
        world.networks.put(name, new NetworkDetails(world.newId(), name, FakeWorld.labels(full), full));
    }

    void remove(String nameOrId) {
        NetworkDetails network = network(nameOrId);
        boolean used = world.containers.values().stream()
                .anyMatch(
                        container -> container.running() && container.networks().contains(network.name()));
        if (used) {
            throw FakeWorld.refused(
                    FORBIDDEN,
                    "error while removing network: network " + network.name() + " id " + network.id()
                            + " has active endpoints");
        }
        if (BUILT_IN.contains(network.name())) {
            throw FakeWorld.refused(FORBIDDEN, network.name() + " is a pre-defined network and cannot be removed");
        }
        world.networks.remove(network.name());
    }

    void connect(String nameOrId, String containerName, Specification endpoint) {
        FakeContainer container = world.container(containerName);
        NetworkDetails network = network(nameOrId);
        if (container.networks().contains(network.name())) {
            throw FakeWorld.refused(
                    FORBIDDEN, "endpoint with name " + container.name + " already exists in network " + network.name());
        }
        container.join(network.name(), endpoint);
        if (container.running()) {
            giveAddresses(container);
        }
    }

    void disconnect(String nameOrId, String containerName) {
        FakeContainer container = world.container(containerName);
        NetworkDetails network = network(nameOrId);
        if (!container.networks().contains(network.name())) {
            throw FakeWorld.refused(
                    FORBIDDEN, "container " + container.id + " is not connected to the network " + network.name());
        }
        container.leave(network.name());
    }

    /** Gives a container that starts an address in each of its networks. */
    void giveAddresses(FakeContainer container) {
        for (String name : container.networks()) {
            int network =
                    List.copyOf(world.networks.keySet()).indexOf(network(name).name());
            String fixed = container
                    .wanted
                    .text("Networks", name, "IPAMConfig", "IPv4Address")
                    .orElseGet(() -> free(name, "172.18." + network + "."));
            container.addresses.putIfAbsent(name, fixed);
        }
    }

    /** The lowest address that nothing has, as engines give it. */
    private String free(String name, String subnet) {
        int host = FIRST_HOST;
        while (has(name, subnet + host)) {
            host++;
        }
        return subnet + host;
    }

    private boolean has(String name, String address) {
        return world.containers.values().stream().anyMatch(other -> address.equals(other.addresses.get(name)));
    }

    NetworkDetails network(String nameOrId) {
        return Optional.ofNullable(world.networks.get(nameOrId))
                .or(() -> world.networks.values().stream()
                        .filter(network -> network.id().equals(nameOrId))
                        .findFirst())
                .orElseThrow(() -> FakeWorld.refused(FakeWorld.NOT_FOUND, "network " + nameOrId + " not found"));
    }
}
