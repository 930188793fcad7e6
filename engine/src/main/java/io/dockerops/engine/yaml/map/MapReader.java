package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.Group;
import io.dockerops.engine.model.GroupId;
import io.dockerops.engine.model.NamingScheme;
import io.dockerops.engine.model.Network;
import io.dockerops.engine.model.Options;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Origins.Mention;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.Selector;
import io.dockerops.engine.model.ServiceDeclaration;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.problem.Suggest;
import io.dockerops.engine.yaml.tree.Fields;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Item.Entry;
import io.dockerops.engine.yaml.tree.Item.Keyed;
import io.dockerops.engine.yaml.tree.Item.Single;
import io.dockerops.engine.yaml.tree.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a container map. */
final class MapReader {

    private static final List<String> KEYS = List.of(
            "name",
            "repository",
            "default_tag",
            "host_root",
            "clients",
            "groups",
            "default_domain",
            "set_hostname",
            "use_attached_parent_name",
            "containers",
            "volumes",
            "networks",
            "host");

    private final Findings findings;
    private final Clients clients;
    private final Map<ElementId, SourceRef> declarations = new LinkedHashMap<>();
    private final Map<Mention, SourceRef> mentions = new LinkedHashMap<>();
    private final MapVolumes volumes;
    private final Map<String, Entry> containers = new LinkedHashMap<>();
    private List<ServiceDeclaration> services = List.of();
    private final List<Group> groups = new ArrayList<>();
    private final List<Network> networks = new ArrayList<>();
    private final String fileName;
    private @Nullable String name;
    private @Nullable String repository;
    private @Nullable String defaultTag;
    private @Nullable String hostRoot;
    private @Nullable String domain;
    private @Nullable Boolean setHostNames;
    private @Nullable Boolean volumesByParent;
    private @Nullable Item mapClients;

    MapReader(Findings findings, Clients clients, String fileName) {
        this.findings = findings;
        this.clients = clients;
        this.fileName = fileName;
        this.volumes = new MapVolumes(findings, declarations, mentions);
    }

    Origins origins() {
        return new Origins(declarations, mentions);
    }

    /** The services of the map that was read. */
    List<ServiceDeclaration> services() {
        return services;
    }

    /** Reads a map. Gives what it declares but for its services, which have not inherited yet. */
    Project read(Item root) {
        Keyed keyed = Values.keyed("a map", root);
        List<Entry> own = new ArrayList<>();
        for (Entry entry : keyed.entries()) {
            if (KEYS.contains(entry.name())) {
                own.add(entry);
            } else {
                container(entry);
            }
        }
        Fields fields = new Fields(findings, "a map", new Keyed(own, keyed.place()), KEYS);
        fields.with(
                "containers", item -> Values.keyed("containers", item).entries().forEach(this::addContainer));
        String known = name(root, fields);
        whole(fields);
        clients.hosts()
                .forEach(host -> clients.byName().forEach((client, each) -> {
                    if (Clients.id(client).equals(host.id())) {
                        declarations.put(host.id(), each.place());
                    }
                }));
        Surrounding map = new Surrounding(
                findings, known, containers.keySet(), volumes, clients, Boolean.TRUE.equals(volumesByParent));
        services =
                new ContainersReader(map, containers, Optional.ofNullable(mapClients), declarations, mentions).read();
        fields.with("groups", item -> {
            Keyed all = Values.keyed("groups", item);
            List<String> names = all.entries().stream().map(Entry::name).toList();
            all.entries().forEach(entry -> group(entry, names));
        });
        return new Project(
                known,
                Optional.ofNullable(repository),
                Optional.ofNullable(defaultTag),
                Optional.ofNullable(hostRoot),
                clients.hosts(),
                networks,
                volumes.build(),
                List.of(),
                groups,
                Optional.empty(),
                Options.NONE,
                List.of(),
                scheme(),
                Optional.empty());
    }

    private NamingScheme scheme() {
        return new NamingScheme(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(setHostNames),
                Optional.ofNullable(domain),
                Optional.ofNullable(volumesByParent));
    }

    /** A key that is none of the map's is a container, unless it is clear that one of the map's was meant. */
    private void container(Entry entry) {
        Optional<String> meant = Suggest.nearest(entry.name(), KEYS);
        boolean looksLikeOne = entry.value() instanceof Keyed keyed
                ? keyed.entries().isEmpty()
                        || meant.isEmpty()
                        || keyed.entries().stream().anyMatch(each -> ContainerReader.KEYS.contains(each.name()))
                : entry.value() instanceof Single single && single.nothing() && meant.isEmpty();
        if (looksLikeOne) {
            addContainer(entry);
        } else {
            findings.error(
                    entry.key(),
                    "there is no key `" + entry.name() + "` in a map",
                    meant.map(key -> "did you mean `" + key + "`?")
                            .orElse("a container is a map, and this is "
                                    + entry.value().described()));
        }
    }

    private void addContainer(Entry entry) {
        Entry first = containers.putIfAbsent(entry.name(), entry);
        if (first != null) {
            findings.error(
                    entry.key(),
                    "the container `" + entry.name() + "` is declared twice",
                    "the first one is in " + first.key().place().brief() + ": take one of them out");
        }
    }

    private String name(Item root, Fields fields) {
        fields.with("name", item -> name = Rules.projectName(Values.text("name", item)));
        if (name != null) {
            return name;
        }
        if (fields.get("name").isEmpty()) {
            try {
                return Rules.projectName(fileName);
            } catch (IllegalArgumentException e) {
                findings.error(
                        root,
                        "the map has no name, and the name of its file, `" + fileName + "`, cannot be one",
                        "write `name: …` at the top");
            }
        }
        return "project";
    }

    private void whole(Fields fields) {
        fields.with("repository", item -> repository = Rules.repository(Values.text("repository", item)));
        fields.with("default_tag", item -> defaultTag = Rules.tag(Values.text("default_tag", item)));
        fields.with("default_domain", item -> domain = Rules.hostName(Values.text("default_domain", item)));
        fields.with("volumes", volumes::declare);
        fields.with("host", item -> volumes.host(item).ifPresent(root -> findings.attempt(root, () -> root(root))));
        fields.with("host_root", this::root);
        fields.with("networks", item -> Values.keyed("networks", item).entries().forEach(this::network));
        fields.get("clients").ifPresent(item -> mapClients = item);
        fields.with("set_hostname", item -> setHostNames = Values.flag("set_hostname", item));
        fields.with(
                "use_attached_parent_name", item -> volumesByParent = Values.flag("use_attached_parent_name", item));
    }

    private void root(Item item) {
        String path = Values.text("host_root", item);
        if (!path.startsWith("/")) {
            throw new Mistake(
                    "`host_root` must be absolute, and `" + path + "` is not",
                    "write `/" + path + "`, or `!path` for a path with variables");
        }
        hostRoot = path;
    }

    private void network(Entry entry) {
        findings.attempt(entry.key(), () -> {
            Network network = new NetworkReader(findings, mentions).read(entry);
            declarations.put(network.id(), entry.key().place());
            networks.add(network);
        });
    }

    private void group(Entry entry, List<String> names) {
        findings.attempt(entry.key(), () -> {
            GroupId id = new GroupId(entry.name());
            declarations.put(id, entry.key().place());
            List<Selector> members = new ArrayList<>();
            List<GroupId> inner = new ArrayList<>();
            for (Single member : Values.singles("groups", entry.value())) {
                findings.attempt(member, () -> {
                    Selector selector = Selector.parse(member.text());
                    mentions.put(new Mention(id, "group", selector.toString()), member.place());
                    if (names.contains(member.text()) && !containers.containsKey(member.text())) {
                        inner.add(new GroupId(member.text()));
                    } else {
                        members.add(selector);
                    }
                });
            }
            if (members.isEmpty() && inner.isEmpty()) {
                throw new Mistake(
                        "group `" + id + "` has no members", "write configurations or instances behind its name");
            }
            groups.add(new Group(id, members, inner));
        });
    }
}
