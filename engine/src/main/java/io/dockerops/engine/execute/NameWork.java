package io.dockerops.engine.execute;

import io.dockerops.engine.model.DynamicDns;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.InstanceNames;
import io.dockerops.engine.model.KnownNames;
import io.dockerops.engine.model.NameChange;
import io.dockerops.engine.plan.Action;
import io.dockerops.engine.plan.DnsServer;
import io.dockerops.engine.port.ContainerDetails;
import io.dockerops.engine.port.ContainerEngine;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.HostConnections;
import io.dockerops.engine.port.NameServer;
import io.dockerops.engine.port.NameServerSilent;
import io.dockerops.engine.port.NameServers;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Tells DNS servers at which addresses containers are, as the engines say at that moment. */
final class NameWork {

    /** A server that has just started does not answer at once, and may need some time when it has no health check. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(400),
            Duration.ofMillis(800),
            Duration.ofMillis(1600),
            Duration.ofMillis(3200),
            Duration.ofMillis(3200),
            Duration.ofMillis(3200),
            Duration.ofMillis(3200));

    private final Map<HostId, Host> hosts;
    private final HostConnections connections;
    private final NameServers servers;
    private final Cancellation cancellation;

    NameWork(Map<HostId, Host> hosts, HostConnections connections, NameServers servers, Cancellation cancellation) {
        this.hosts = hosts;
        this.connections = connections;
        this.servers = servers;
        this.cancellation = cancellation;
    }

    /**
     * Registers a container.
     *
     * @throws EngineException.Failed when it has no address, or the server cannot be told
     */
    void register(ContainerEngine engine, String container, Action.RegisterNames action) {
        Optional<ContainerDetails> serving = serving(action.server());
        if (serving.isEmpty() && action.server().container().isPresent()) {
            String name = action.server().container().get().instance().label();
            throw new EngineException.Failed(
                    "the DNS server `" + name + "` does not run", "see why with `dockerops logs " + name + "`");
        }
        Optional<ContainerDetails> found = engine.inspect(container);
        String address = found.flatMap(details -> details.foundAt(networks(action, serving)))
                .orElseThrow(() -> new EngineException.Failed(
                        "`" + action.instance() + "` has no address to be found at",
                        "see with `dockerops ps` whether it runs"));
        boolean alone = found.orElseThrow().foundAlone();
        NameServer server = server(action.server(), serving);
        patiently(PAUSES, () -> {
            KnownNames known = known(server, action.names(), List.of(address));
            change(server, action.server().dns(), action.names().toRegister(address, alone, known));
        });
    }

    /**
     * Removes the names of a container. Does nothing when the server does not run: what it knew is gone with it, or is put
     * right when the instance or the server comes back.
     *
     * @throws EngineException.Failed when the server cannot be told
     */
    void remove(ContainerEngine engine, Action.RemoveNames action) {
        Optional<ContainerDetails> serving = serving(action.server());
        if (serving.isEmpty() && action.server().container().isPresent()) {
            return;
        }
        Collection<String> present = engine.inspect(action.name())
                .map(ContainerDetails::allAddresses)
                .orElseGet(List::of);
        NameServer server = server(action.server(), serving);
        patiently(PAUSES.subList(0, 2), () -> {
            KnownNames known = known(server, action.names(), present);
            change(server, action.server().dns(), action.names().toRemove(present, known));
        });
    }

    private void change(NameServer server, DynamicDns dns, List<NameChange> changes) {
        if (!changes.isEmpty()) {
            servers.change(server, dns, changes);
        }
    }

    private KnownNames known(NameServer server, InstanceNames names, Collection<String> addresses) {
        SortedMap<String, List<String>> found =
                servers.addresses(server, new LinkedHashSet<>(List.of(names.own(), names.shared())));
        Set<String> all = new LinkedHashSet<>(addresses);
        found.values().forEach(all::addAll);
        return new KnownNames(found, servers.names(server, all));
    }

    /** The running container that is the server. */
    private Optional<ContainerDetails> serving(DnsServer server) {
        return server.container()
                .flatMap(container -> connections.engine(host(container.host())).inspect(container.name()))
                .filter(found -> found.status().running());
    }

    private NameServer server(DnsServer server, Optional<ContainerDetails> serving) {
        if (server.dns().server() instanceof DynamicDns.Server.Outside outside) {
            return new NameServer(outside.address(), outside.port());
        }
        DnsServer.Container container = server.container().orElseThrow();
        Host host = host(container.host());
        return NameServer.in(serving.orElseThrow(), connections.engine(host).onThisMachine())
                .orElseThrow(() -> NameServer.outOfReach(container.instance(), host));
    }

    private static Set<String> networks(Action.RegisterNames action, Optional<ContainerDetails> serving) {
        boolean beside = action.server()
                .container()
                .filter(container -> container.host().equals(action.host()))
                .isPresent();
        return beside && serving.isPresent() ? serving.get().addresses().keySet() : Set.of();
    }

    private Host host(HostId id) {
        return Objects.requireNonNull(hosts.get(id));
    }

    private void patiently(List<Duration> pauses, Runnable attempt) {
        for (Duration pause : pauses) {
            try {
                attempt.run();
                return;
            } catch (NameServerSilent failure) {
                cancellation.rest(pause, failure);
            }
        }
        attempt.run();
    }
}
