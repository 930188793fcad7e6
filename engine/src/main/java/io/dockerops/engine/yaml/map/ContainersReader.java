package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Inheritance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Origins.Mention;
import io.dockerops.engine.model.ServiceDeclaration;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.model.Settings;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.yaml.tree.Fields;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Item.Entry;
import io.dockerops.engine.yaml.tree.Item.Keyed;
import io.dockerops.engine.yaml.tree.Item.Single;
import io.dockerops.engine.yaml.tree.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the container configurations of a map as declarations of services. */
final class ContainersReader {

    private static final FieldPath DOMAIN = FieldPath.of("Domainname");

    private final Surrounding map;
    private final Map<String, Entry> containers;
    private final Map<ElementId, SourceRef> declarations;
    private final Map<Mention, SourceRef> mentions;
    private final Optional<Item> mapClients;

    ContainersReader(
            Surrounding map,
            Map<String, Entry> containers,
            Optional<Item> mapClients,
            Map<ElementId, SourceRef> declarations,
            Map<Mention, SourceRef> mentions) {
        this.map = map;
        this.containers = containers;
        this.mapClients = mapClients;
        this.declarations = declarations;
        this.mentions = mentions;
    }

    List<ServiceDeclaration> read() {
        List<ServiceDeclaration> services = new ArrayList<>();
        for (Entry entry : containers.values()) {
            map.findings().attempt(entry.key(), () -> services.add(read(entry)));
        }
        Map<ServiceId, Settings> complete = new LinkedHashMap<>();
        Inheritance.resolve(services, Origins.NONE)
                .services()
                .forEach(service -> complete.put(service.id(), service.settings()));
        return services.stream()
                .map(service -> completed(service, complete.get(service.id())))
                .toList();
    }

    /** What clients say goes below all that a configuration and those that it extends say. */
    private ServiceDeclaration completed(ServiceDeclaration service, @Nullable Settings complete) {
        if (complete == null) {
            return service;
        }
        Set<String> own = new LinkedHashSet<>();
        collectClients(service.id().name(), own, new LinkedHashSet<>());
        Draft draft = new Draft(service.id());
        if (complete.lifecycle().stopTimeout().isEmpty()) {
            draft.stopTimeout = ofClients(own, Clients.Client::stopTimeout).orElse(null);
        }
        if (!complete.attributes().containsKey(DOMAIN)) {
            ofClients(own, Clients.Client::domain)
                    .ifPresent(domain -> draft.attributes.put(DOMAIN, Value.text(domain)));
        }
        return new ServiceDeclaration(
                service.id(),
                service.template(),
                service.parents(),
                service.settings().over(draft.settings()),
                service.overrides());
    }

    private <T> Optional<T> ofClients(Set<String> own, Function<Clients.Client, Optional<T>> value) {
        return hosts(own).stream()
                .flatMap(name -> Optional.ofNullable(map.clients().byName().get(name)).stream())
                .flatMap(client -> value.apply(client).stream())
                .findFirst();
    }

    private ServiceDeclaration read(Entry entry) {
        ServiceId id = new ServiceId(entry.name());
        declarations.put(id, entry.key().place());
        Set<String> clients = new LinkedHashSet<>();
        collectClients(entry.name(), clients, new LinkedHashSet<>());
        Draft draft = new Draft(id);
        Map<String, Settings> instances = new LinkedHashMap<>();
        List<ServiceId> parents = new ArrayList<>();
        boolean[] template = {false};
        map.findings().attempt(entry.value(), () -> {
            Fields fields = new Fields(
                    map.findings(), "a container", Values.keyed(entry.name(), entry.value()), ContainerReader.KEYS);
            fields.with("abstract", item -> template[0] = Values.flag("abstract", item));
            fields.with("extends", item -> parents(id, item, parents));
            ContainerReader reader = new ContainerReader(map, draft, hosts(clients));
            if (clients.isEmpty() && !template[0]) {
                defaultHosts(reader, draft);
            }
            reader.read(fields);
            fields.with("instances", item -> instances(id, item, instances));
        });
        mentions.putAll(draft.mentions);
        return new ServiceDeclaration(id, template[0], parents, draft.settings(), instances);
    }

    /** The clients that a configuration and those that it extends name. */
    private void collectClients(String container, Set<String> clients, Set<String> seen) {
        Entry entry = containers.get(container);
        if (entry == null || !(entry.value() instanceof Keyed keyed) || !seen.add(container)) {
            return;
        }
        for (Entry each : keyed.entries()) {
            if (each.name().equals("extends")) {
                texts(each.value()).forEach(parent -> collectClients(parent, clients, seen));
            } else if (each.name().equals("clients")) {
                clients.addAll(texts(each.value()));
            }
        }
    }

    private static List<String> texts(Item item) {
        return Values.elements(item).stream()
                .filter(Single.class::isInstance)
                .map(each -> ((Single) each).text())
                .toList();
    }

    /** The clients that a container runs on in the end. */
    private List<String> hosts(Set<String> own) {
        if (!own.isEmpty()) {
            return List.copyOf(own);
        }
        List<String> ofMap = mapClients.map(ContainersReader::texts).orElse(List.of());
        return ofMap.isEmpty() ? List.of(Clients.DEFAULT) : ofMap;
    }

    private void defaultHosts(ContainerReader reader, Draft draft) {
        if (mapClients.isPresent()) {
            reader.clients(mapClients.get());
        } else if (map.clients().unnamed().flatMap(Clients.Client::host).isPresent()) {
            draft.hosts.add(Clients.id(Clients.DEFAULT));
        }
    }

    private void parents(ServiceId id, Item item, List<ServiceId> parents) {
        for (Single single : Values.singles("extends", item)) {
            map.findings().attempt(single, () -> {
                ServiceId parent = new ServiceId(single.text());
                mentions.put(new Mention(id, "inherits", parent.name()), single.place());
                parents.add(parent);
            });
        }
    }

    private void instances(ServiceId service, Item item, Map<String, Settings> instances) {
        for (Single single : Values.singles("instances", item)) {
            map.findings().attempt(single, () -> {
                InstanceId id = InstanceId.named(service, single.text());
                SourceRef first = declarations.putIfAbsent(id, single.place());
                if (first != null) {
                    throw new Mistake(
                            "instance `" + single.text() + "` of `" + service + "` is declared twice",
                            "the first one is in " + first.brief() + ": take one of them out");
                }
                instances.put(single.text(), Settings.EMPTY);
            });
        }
    }
}
