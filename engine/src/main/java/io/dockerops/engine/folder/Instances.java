package io.dockerops.engine.folder;

import io.dockerops.engine.model.Asked;
import io.dockerops.engine.model.ContainerProcess;
import io.dockerops.engine.model.CopiedFile;
import io.dockerops.engine.model.ElementId;
import io.dockerops.engine.model.EnvValue;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.InstanceType;
import io.dockerops.engine.model.Lifecycle;
import io.dockerops.engine.model.Link;
import io.dockerops.engine.model.Mount;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Origins.Mention;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.ServiceDeclaration;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.model.Settings;
import io.dockerops.engine.model.ShellWords;
import io.dockerops.engine.model.Switches;
import io.dockerops.engine.model.Types;
import io.dockerops.engine.model.Typing;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.problem.Suggest;
import io.dockerops.engine.yaml.tree.Fields;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes services of folders and of what conf files say of their instances. */
final class Instances {

    /** Where the DNS service is found that an instance registers at. */
    private static final String DNS_SERVICE_IP = "DNS_SERVICE_IP";

    private final Path folder;
    private final ServiceFolders folders;
    private final EnvironmentValues values;
    private final Findings findings;
    private final Map<ElementId, SourceRef> declarations = new LinkedHashMap<>();
    private final Map<Mention, SourceRef> mentions = new LinkedHashMap<>();
    private final Map<ServiceId, Map<String, Settings>> settings = new LinkedHashMap<>();
    private final Map<ServiceId, Map<String, Typing.Said>> types = new LinkedHashMap<>();
    private final Map<ServiceId, Map<String, EnvValue>> variables = new LinkedHashMap<>();

    Instances(Path folder, ServiceFolders folders, EnvironmentValues values, Findings findings) {
        this.folder = folder;
        this.folders = folders;
        this.values = values;
        this.findings = findings;
    }

    /** Notes what {@code entries} say. */
    void declare(List<Entry> entries) {
        Links links = new Links(entries, findings);
        for (Entry entry : entries) {
            findings.attempt(entry.service(), () -> declare(entry, links));
        }
    }

    /** Declares services that no entry has and of which the command line asks for an instance, about which nothing is said. */
    void declareAsked(List<Asked> asked) {
        for (Asked each : asked) {
            ServiceId id = each.instance().service();
            if (!settings.containsKey(id) && folders.has(id)) {
                each.instance().instance().ifPresent(name -> declare(id, Map.of(name, Settings.EMPTY)));
            }
        }
    }

    /** Declares each service that no entry has, with one instance without a name. */
    void declareOthers() {
        for (ServiceId id : folders.ids()) {
            if (!settings.containsKey(id)) {
                declare(id, Map.of());
            }
        }
    }

    private void declare(ServiceId id, Map<String, Settings> instances) {
        declarations.put(id, folders.place(id));
        settings.put(id, instances);
        variables.put(id, values.of(folders.folder(id).orElse(null), null));
    }

    Origins origins() {
        return new Origins(declarations, mentions);
    }

    /**
     * The services in the order in which they were declared.
     *
     * @param project the project's name
     */
    List<ServiceDeclaration> services(String project) {
        List<ServiceDeclaration> services = new ArrayList<>();
        settings.forEach((id, instances) -> services.add(service(id, instances, folders.onBase(id, project))));
        return services;
    }

    private ServiceDeclaration service(ServiceId id, Map<String, Settings> instances, boolean onBase) {
        Typing.Said standard = new Typing.Said(Optional.of(InstanceType.STANDARD.name()), Switches.NONE);
        Settings.Builder common =
                Settings.EMPTY.toBuilder().image(folders.image(id)).environment(variables.getOrDefault(id, Map.of()));
        if (onBase) {
            common.lifecycle(Lifecycle.EMPTY.copying(keys()));
            Platform.health(folders.image(id)).ifPresent(common::health);
        }
        return new ServiceDeclaration(
                id,
                false,
                List.of(),
                common.build(),
                instances,
                new Typing(instances.isEmpty() ? standard : Typing.Said.NOTHING, types.getOrDefault(id, Map.of())));
    }

    /** What containers of the base image are given; the key for names only where there is a DNS service to register at. */
    private List<CopiedFile> keys() {
        List<CopiedFile> keys = new ArrayList<>(Platform.KEYS);
        boolean elsewhere = settings.values().stream()
                .flatMap(instances -> instances.values().stream())
                .anyMatch(own -> own.environment().containsKey(DNS_SERVICE_IP));
        if (elsewhere || settings.keySet().stream().anyMatch(folders::runsDns)) {
            keys.add(Platform.DNS_KEY);
        }
        return keys;
    }

    private void declare(Entry entry, Links links) {
        ServiceId service = new ServiceId(entry.service().text());
        if (!folders.has(service)) {
            throw new Mistake(
                    "there is no service `" + service + "`: no folder `" + FolderProjects.SERVICES + "/" + service
                            + "` with a Dockerfile",
                    Suggest.hint(service.name(), folders.names(), "there are"));
        }
        InstanceId id = InstanceId.named(service, entry.instance().text());
        declarations.putIfAbsent(service, folders.place(service));
        declarations.put(id, entry.service().place());
        Fields fields = entry.fields();
        List<Link> linked = new ArrayList<>();
        fields.with(
                "links",
                item -> Values.elements(item)
                        .forEach(each -> findings.attempt(
                                each,
                                () -> links.read(each).ifPresent(link -> {
                                    mentions.put(
                                            new Mention(
                                                    id, "link", link.target().toString()),
                                            each.place());
                                    linked.add(link);
                                }))));
        Typing.Said said = said(entry, id);
        Map<String, EnvValue> environment = values.of(
                folders.folder(service).orElse(null), fields.get("env_vars").orElse(null));
        if (said.type().equals(Optional.of(InstanceType.MASTER))) {
            environment.putIfAbsent(Types.SERVICE_IP, EnvValue.Required.UNKNOWN);
        }
        Settings own = Settings.EMPTY.toBuilder()
                .process(process(fields))
                .environment(environment)
                .mounts(mounts(fields))
                .links(linked)
                .lifecycle(lifecycle(fields))
                .build();
        settings.computeIfAbsent(service, key -> new LinkedHashMap<>())
                .put(entry.instance().text(), own);
        types.computeIfAbsent(service, key -> new LinkedHashMap<>())
                .put(entry.instance().text(), said);
    }

    private ContainerProcess process(Fields fields) {
        List<List<String>> command = new ArrayList<>();
        fields.with(
                "seed_command",
                item -> command.add(
                        ShellWords.split(Values.text("seed_command", item)).words()));
        List<String> hostname = new ArrayList<>();
        fields.with("hostname", item -> hostname.add(Rules.hostName(Values.text("hostname", item))));
        return new ContainerProcess(
                command.stream().findFirst(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                hostname.stream().findFirst());
    }

    private static Lifecycle lifecycle(Fields fields) {
        List<Duration> sleep = new ArrayList<>();
        fields.with("sleep", item -> {
            Duration time = Duration.ofSeconds(Values.whole("sleep", item));
            if (!time.isZero()) {
                sleep.add(Rules.startDelay(time));
            }
        });
        return new Lifecycle(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                sleep.stream().findFirst(),
                List.of(),
                Optional.empty());
    }

    /** {@code host:container[:ro]}, several with commas between them or as a list. */
    private List<Mount> mounts(Fields fields) {
        List<Mount> mounts = new ArrayList<>();
        fields.with("volumes", item -> {
            for (String text : Values.texts("volumes", item)) {
                for (String one : text.split(",", -1)) {
                    mounts.add(mount(one.strip()));
                }
            }
        });
        return mounts;
    }

    private Mount mount(String text) {
        String[] parts = text.replace("$PROJECT_DIR", folder.toString()).split(":", -1);
        boolean mode = parts.length == 3 && (parts[2].equals("ro") || parts[2].equals("rw"));
        if (parts.length < 2 || parts[0].isEmpty() || (parts.length > 2 && !mode)) {
            throw new Mistake("`" + text + "` is not a volume", "write `/host/path:/container/path` or `…:ro`");
        }
        if (!parts[0].startsWith("/") && !parts[0].startsWith(".")) {
            throw new Mistake(
                    "`" + parts[0] + "` in `" + text + "` is neither a path of the host nor one in this folder",
                    "write `./" + parts[0] + "` for a path in this folder; volumes with names need a `project.groovy`");
        }
        return new Mount.OfHost(
                folder.resolve(parts[0]).normalize().toString(), parts[1], mode && parts[2].equals("ro"));
    }

    private Typing.Said said(Entry entry, InstanceId id) {
        Fields fields = entry.fields();
        List<String> type = new ArrayList<>();
        fields.with("instance_type", item -> {
            String name = Values.text("instance_type", item);
            mentions.put(new Mention(id, "type", name), item.place());
            type.add(name);
        });
        Switches switches = new Switches(
                flag(fields, "linked"),
                flag(fields, "publish_ports"),
                flag(fields, "persistent_data"),
                flag(fields, "persistent_opt"),
                flag(fields, "persistent_log"),
                flag(fields, "interactive"),
                flag(fields, "safemode"));
        boolean known =
                InstanceType.byName(List.of()).containsKey(entry.instance().text());
        return new Typing.Said(
                type.stream()
                        .findFirst()
                        .or(() -> Optional.of(known ? entry.instance().text() : InstanceType.STANDARD.name())),
                switches);
    }

    private static Optional<Boolean> flag(Fields fields, String key) {
        List<Boolean> values = new ArrayList<>();
        fields.with(key, item -> values.add(Values.flag(key, item)));
        return values.stream().findFirst();
    }
}
