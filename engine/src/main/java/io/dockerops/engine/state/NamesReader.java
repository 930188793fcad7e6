package io.dockerops.engine.state;

import io.dockerops.engine.model.DynamicDns;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.KnownNames;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.port.EngineException;
import io.dockerops.engine.port.HostConnections;
import io.dockerops.engine.port.NameServer;
import io.dockerops.engine.port.NameServerSilent;
import io.dockerops.engine.port.NameServers;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Asks a project's DNS server for the names of its instances. */
final class NamesReader {

    private final HostConnections connections;
    private final NameServers servers;

    NamesReader(HostConnections connections, NameServers servers) {
        this.connections = connections;
        this.servers = servers;
    }

    /** A server that does not run has no names, and one that cannot be asked does not hinder the reading of all else. */
    ObservedNames read(Project project, SortedMap<HostId, ObservedHost> hosts) {
        Optional<DynamicDns> dns = project.dns();
        if (dns.isEmpty()) {
            return ObservedNames.NONE;
        }
        List<Problem> errors = servers.check(dns.get().key());
        try {
            return server(project, dns.get(), hosts)
                    .map(server -> read(project, dns.get(), hosts, server, errors))
                    .orElseGet(() -> new ObservedNames(false, KnownNames.NONE, List.of(), errors));
        } catch (EngineException.Failed | NameServerSilent failure) {
            Problem warning = new Problem(
                    Severity.WARNING,
                    Optional.empty(),
                    String.valueOf(failure.getMessage()),
                    failure.hint().map(List::of).orElse(List.of()));
            return new ObservedNames(false, KnownNames.NONE, List.of(warning), errors);
        }
    }

    private ObservedNames read(
            Project project,
            DynamicDns dns,
            SortedMap<HostId, ObservedHost> hosts,
            NameServer server,
            List<Problem> errors) {
        Set<String> names = new LinkedHashSet<>();
        project.instances().forEach(instance -> add(project, dns, instance.id(), names));
        Set<String> addresses = new LinkedHashSet<>();
        for (ObservedHost host : hosts.values()) {
            for (ObservedContainer container : host.containers().values()) {
                add(project, dns, container.instance(), names);
                addresses.addAll(container.details().allAddresses());
            }
        }
        SortedMap<String, List<String>> found = servers.addresses(server, names);
        found.values().forEach(addresses::addAll);
        return new ObservedNames(true, new KnownNames(found, servers.names(server, addresses)), List.of(), errors);
    }

    private static void add(Project project, DynamicDns dns, InstanceId id, Set<String> names) {
        names.add(project.ownName(dns, id));
        names.add(dns.name(id.service().name()));
    }

    private Optional<NameServer> server(Project project, DynamicDns dns, SortedMap<HostId, ObservedHost> hosts) {
        if (dns.server() instanceof DynamicDns.Server.Outside outside) {
            return Optional.of(new NameServer(outside.address(), outside.port()));
        }
        return project.nameServer().flatMap(instance -> server(project, instance, hosts));
    }

    private Optional<NameServer> server(Project project, Instance instance, SortedMap<HostId, ObservedHost> hosts) {
        Host host = project.host(instance.host()).orElse(Host.LOCAL);
        return Optional.ofNullable(hosts.get(host.id()))
                .map(observed -> observed.containers().get(project.naming().container(instance.id())))
                .filter(container -> container.status().running())
                .map(container -> NameServer.in(
                                container.details(), connections.engine(host).onThisMachine())
                        .orElseThrow(() -> NameServer.outOfReach(instance.id(), host)));
    }
}
