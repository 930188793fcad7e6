package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.Endpoint;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.Mount;
import io.dockerops.engine.model.Mount.Role;
import io.dockerops.engine.model.NetworkMode;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.Selector;
import io.dockerops.engine.model.VolumeId;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import io.dockerops.engine.yaml.map.MountForms.Named;
import io.dockerops.engine.yaml.tree.Fields;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Item.Single;
import io.dockerops.engine.yaml.tree.Values;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads one container configuration of a map. */
final class ContainerReader {

    /** The keys of a container configuration. */
    static final List<String> KEYS = List.of(
            "image",
            "instances",
            "clients",
            "abstract",
            "extends",
            "shares",
            "binds",
            "attaches",
            "uses",
            "links",
            "exposes",
            "user",
            "permissions",
            "stop_timeout",
            "stop_signal",
            "start_delay",
            "network_mode",
            "networks",
            "exec_commands",
            "healthcheck",
            "persistent",
            "create_options",
            "host_config",
            "start_options");

    private static final List<String> MODES = List.of("none", "host", "bridge");

    private final Surrounding map;
    private final Findings findings;
    private final Draft draft;
    private final List<String> clients;
    private final MountForms binds;
    private final MountForms attaches;
    private final MountForms uses;
    private final PortForms ports;
    private final ConnectionForms connections;
    private final CommandForms commands;

    /** @param clients the clients that the container runs on in the end */
    ContainerReader(Surrounding map, Draft draft, List<String> clients) {
        this.map = map;
        this.findings = map.findings();
        this.draft = draft;
        this.clients = clients;
        this.binds = new MountForms(findings, "binds", "name", "path", "host_path", "readonly");
        this.attaches = new MountForms(findings, "attaches", "name", "path");
        this.uses = new MountForms(findings, "uses", "name", "path", "readonly");
        this.ports = new PortForms(findings);
        this.connections = new ConnectionForms(findings);
        this.commands = new CommandForms(findings);
    }

    /** Reads all but the names of instances and of other configurations. */
    void read(Fields fields) {
        fields.with("clients", this::clients);
        fields.with("image", item -> draft.image = new Image.Named(Values.text("image", item)));
        volumes(fields);
        each(fields, "links", item -> draft.link(connections.link(item), item.place()));
        fields.with("exposes", this::exposes);
        fields.with("user", item -> single("user", item, () -> draft.user = CommandForms.user("user", item)));
        fields.entry("network_mode").ifPresent(entry -> {
            Item value = entry.value();
            findings.attempt(value, () -> networkMode(value));
        });
        each(fields, "networks", this::network);
        lifecycle(fields);
        fields.entry("healthcheck")
                .ifPresent(entry -> findings.attempt(
                        entry.value(),
                        () -> single("healthy", entry.value(), () -> draft.health = commands.health(entry.value()))));
        OptionReader options = new OptionReader(map, draft, this);
        fields.with("create_options", options::create);
        fields.with("host_config", options::host);
        fields.with("start_options", options::host);
    }

    private void lifecycle(Fields fields) {
        fields.with(
                "permissions",
                item -> single(
                        "permissions", item, () -> draft.permissions = Rules.mode(Values.text("permissions", item))));
        fields.with("stop_timeout", this::stopTimeout);
        fields.with("stop_signal", this::stopSignal);
        fields.with(
                "start_delay",
                item -> single(
                        "startDelay",
                        item,
                        () -> draft.startDelay =
                                Rules.startDelay(Duration.ofSeconds(Values.whole("start_delay", item)))));
        each(fields, "exec_commands", item -> {
            var command = commands.exec(item);
            draft.mention("exec", String.join(" ", command.command()), item.place());
            draft.exec.add(command);
        });
        fields.with(
                "persistent",
                item -> single("persistent", item, () -> draft.persistent = Values.flag("persistent", item)));
    }

    private void volumes(Fields fields) {
        fields.with("shares", item -> Values.singles("shares", item).forEach(this::share));
        each(fields, "binds", item -> bind(binds.read(item)));
        each(fields, "attaches", item -> attach(attaches.read(item)));
        each(fields, "uses", item -> use(uses.read(item)));
    }

    void share(Single path) {
        findings.attempt(path, () -> draft.mount(new Mount.Shared(inContainer("shares", path)), "share", path.place()));
    }

    /** Reads a list element by element: what is wrong with one does not hide the others. */
    void each(Fields fields, String key, Consumer<Item> reader) {
        fields.with(
                key, list -> Values.elements(list).forEach(item -> findings.attempt(item, () -> reader.accept(item))));
    }

    /** Reads a value that there is one of, and notes its place. */
    void single(String word, Item item, Runnable action) {
        draft.mention(word, "", item.place());
        action.run();
    }

    void stopTimeout(Item item) {
        single(
                "stopTimeout",
                item,
                () -> draft.stopTimeout = Rules.stopTimeout(Duration.ofSeconds(Values.whole("stop_timeout", item))));
    }

    void stopSignal(Item item) {
        single("stopSignal", item, () -> draft.stopSignal = Rules.signal(Values.text("stop_signal", item)));
    }

    void health(Item item) {
        single("healthy", item, () -> draft.health = commands.health(item));
    }

    List<String> command(String key, Item item) {
        return commands.line(key, item);
    }

    void clients(Item item) {
        for (Single single : Values.singles("clients", item)) {
            findings.attempt(single, () -> {
                HostId id = Clients.id(single.text());
                draft.mention("on", id.name(), single.place());
                draft.hosts.add(id);
            });
        }
    }

    private void bind(Named bind) {
        Single name = bind.name();
        if (bind.other().isPresent()) {
            String path = inContainer("binds", name);
            draft.mount(
                    new Mount.OfHost(MapVolumes.onHost("binds", bind.other().get()), path, bind.readOnly()),
                    "mount",
                    name.place());
            return;
        }
        if (name.text().startsWith("/") || name.text().startsWith("./")) {
            throw new Mistake(
                    "`" + name.text() + "` is a path without a path of the host",
                    "write `[" + name.text() + ", /path/on/the/host]`");
        }
        VolumeId id = new VolumeId(name.text());
        draft.mount(new Mount.OfVolume(id, Optional.empty(), bind.readOnly(), Role.MOUNTED), "mount", name.place());
        if (map.volumes().has(name.text()) && !map.volumes().onHost(name.text())) {
            findings.error(
                    name,
                    "`host` has no path for the volume `" + id + "`, and `binds` takes paths of the host",
                    "write `host: {" + id + ": …}`, or `attaches: " + id + "` for a volume of the engine");
        }
    }

    private void attach(Named attached) {
        Single name = attached.name();
        Optional<String> path = attached.other().map(item -> inContainer("attaches", item));
        path.ifPresent(text -> map.volumes().attached(name, text));
        map.volumes().checkPath(name);
        draft.mount(new Mount.OfVolume(new VolumeId(name.text()), path, false, Role.ATTACHED), "attach", name.place());
    }

    private void use(Named used) {
        Single name = used.name();
        Optional<String> path = used.other().map(item -> inContainer("uses", item));
        int dot = map.byParent() ? map.own(name.text()).indexOf('.') : -1;
        if (dot > 0 && map.volumes().has(map.own(name.text()).substring(dot + 1))) {
            VolumeId id = VolumeId.parse(map.own(name.text()));
            draft.mount(new Mount.OfVolume(id, path, used.readOnly(), Role.USED), "use", name.place());
            return;
        }
        if (!map.volumes().has(name.text()) && map.isContainer(name.text())) {
            if (path.isPresent()) {
                throw new Mistake(
                        "all volumes of `" + name.text() + "` come with their own paths, so `" + path.get()
                                + "` has no meaning",
                        "name a volume that it attaches, or take the path out");
            }
            volumesFrom(name, used.readOnly());
            return;
        }
        draft.mount(
                new Mount.OfVolume(new VolumeId(name.text()), path, used.readOnly(), Role.USED), "use", name.place());
    }

    void volumesFrom(Single name, boolean readOnly) {
        draft.mount(new Mount.From(Selector.parse(map.own(name.text())), readOnly), "use", name.place());
    }

    static String inContainer(String key, Single path) {
        if (!path.text().startsWith("/")) {
            throw new Mistake(
                    "a path in the container must be absolute, and `" + path.text() + "` in `" + key + "` is not",
                    "write `/" + path.text() + "`");
        }
        return path.text();
    }

    private void exposes(Item item) {
        if (item instanceof Single single) {
            throw new Mistake(
                    "`exposes` takes a list or a map, and this is " + item.described(),
                    "write `exposes: [" + single.text() + "]`, or `exposes: {" + single.text() + ": " + single.text()
                            + "}` to publish it");
        }
        Values.elements(item).forEach(each -> findings.attempt(each, () -> expose(ports.read(each), each)));
    }

    private void expose(PortForms.Read read, Item item) {
        if (read.published()) {
            Optional<String> address = read.network().flatMap(name -> address(name, read.ipv6()));
            draft.publish(new Port.Published(read.port(), read.hostPort(), address), item.place());
        } else {
            draft.expose(read.port(), item.place());
        }
    }

    /** The address behind the name of an interface. */
    Optional<String> address(Single network, boolean ipv6) {
        return new Interfaces(map.clients(), findings).address(network, clients, ipv6);
    }

    void networkMode(Item item) {
        List<Item> parts = Values.elements(item);
        String text = parts.isEmpty() ? "none" : String.join(".", Values.texts("network_mode", item));
        switch (text) {
            case "none", "disabled" -> mode(new NetworkMode.None(), "", item);
            case "host" -> mode(new NetworkMode.OfHost(), "", item);
            case "bridge", "default" -> mode(new NetworkMode.Bridge(), "", item);
            default -> containerMode(text, item);
        }
    }

    private void containerMode(String text, Item item) {
        boolean foreign = text.startsWith("container:") || text.startsWith("/");
        String name = text.startsWith("/") ? text.substring(1) : text.replaceFirst("^container:", "");
        String own = map.own(name);
        if (foreign && (own.equals(name) || !map.isContainer(own))) {
            throw new Mistake(
                    "`" + name + "` is a container outside of the map, and a network can be shared in the map only",
                    "declare it here, or write `network_mode: host`");
        }
        if (!foreign && !map.isContainer(text)) {
            Set<String> names = new LinkedHashSet<>(MODES);
            names.addAll(map.containers());
            throw new Mistake(
                    "there is no container `" + text + "` whose network could be used",
                    Suggest.hint(text, names).orElse("write `none`, `host`, `bridge` or the name of a container"));
        }
        Selector target = Selector.parse(own);
        mode(new NetworkMode.OfInstance(target), target.toString(), item);
    }

    private void mode(NetworkMode mode, String key, Item item) {
        draft.mention("networkMode", key, item.place());
        draft.mode = mode;
    }

    private void network(Item item) {
        Endpoint endpoint = connections.endpoint(item);
        String name = endpoint.network().name();
        if (MODES.contains(name)) {
            networkMode(new Single(name, Item.Kind.TEXT, item.place()));
        } else {
            draft.endpoint(endpoint, item.place());
        }
    }
}
