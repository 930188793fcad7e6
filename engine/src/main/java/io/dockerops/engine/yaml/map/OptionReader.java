package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.EnvValue;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.Link;
import io.dockerops.engine.model.Mount;
import io.dockerops.engine.model.NetworkMode;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.model.RestartPolicy;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.model.Selector;
import io.dockerops.engine.model.Size;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.problem.Suggest;
import io.dockerops.engine.yaml.tree.Fields;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Item.Entry;
import io.dockerops.engine.yaml.tree.Item.Keyed;
import io.dockerops.engine.yaml.tree.Item.Several;
import io.dockerops.engine.yaml.tree.Item.Single;
import io.dockerops.engine.yaml.tree.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads {@code create_options} and {@code host_config}: the arguments of docker-py, which go over what the configuration
 * says otherwise. What has a place of its own in the model goes there, all else is passed on as a field of the API.
 */
final class OptionReader {

    private final Surrounding map;
    private final Findings findings;
    private final Draft draft;
    private final ContainerReader container;
    private final Map<String, Consumer<Item>> create = new LinkedHashMap<>();
    private final Map<String, Consumer<Item>> host = new LinkedHashMap<>();

    OptionReader(Surrounding map, Draft draft, ContainerReader container) {
        this.map = map;
        this.findings = map.findings();
        this.draft = draft;
        this.container = container;
        createOptions();
        limits(create);
        hostOptions();
        limits(host);
        PassedOn.names().forEach(name -> {
            create.putIfAbsent(name, item -> passOn(name, item));
            host.putIfAbsent(name, item -> passOn(name, item));
        });
    }

    private void createOptions() {
        create.put("image", item -> draft.image = new Image.Named(Values.text("image", item)));
        create.put(
                "command",
                item -> container.single("command", item, () -> draft.command = container.command("command", item)));
        create.put(
                "entrypoint",
                item -> container.single(
                        "entrypoint", item, () -> draft.entrypoint = container.command("entrypoint", item)));
        create.put("environment", this::environment);
        create.put("user", item -> container.single("user", item, () -> draft.user = CommandForms.user("user", item)));
        create.put(
                "hostname",
                item -> container.single(
                        "hostname", item, () -> draft.hostname = Rules.hostName(Values.text("hostname", item))));
        create.put(
                "working_dir",
                item -> container.single(
                        "workingDirectory", item, () -> draft.workingDirectory = Values.text("working_dir", item)));
        create.put("labels", this::labels);
        create.put("stop_signal", container::stopSignal);
        create.put("stop_timeout", container::stopTimeout);
        create.put("healthcheck", container::health);
        create.put("ports", item -> elements(item, each -> draft.expose(exposed(each), each.place())));
        create.put("volumes", this::volumes);
        create.put("volumes_from", this::volumesFrom);
        create.put("network_disabled", item -> {
            if (Values.flag("network_disabled", item)) {
                draft.mode = new NetworkMode.None();
            }
        });
        create.put("host_config", this::host);
    }

    private void hostOptions() {
        host.put("port_bindings", this::portBindings);
        host.put("restart_policy", this::restart);
        host.put("network_mode", container::networkMode);
        host.put("links", item -> elements(item, this::link));
        host.put("binds", this::binds);
        host.put("volumes_from", this::volumesFrom);
    }

    private void limits(Map<String, Consumer<Item>> readers) {
        readers.put("mem_limit", item -> draft.memory = Rules.memory(size("mem_limit", item)));
        readers.put("memswap_limit", item -> {
            if (Amounts.bytes("memswap_limit", item) < 0) {
                draft.options.put(FieldPath.of("HostConfig", "MemorySwap"), Value.whole(-1));
            } else {
                draft.memorySwap = size("memswap_limit", item);
            }
        });
        readers.put("mem_reservation", item -> draft.memoryReservation = Rules.memory(size("mem_reservation", item)));
        readers.put("cpu_shares", item -> draft.cpuShares = shares(item));
        readers.put("cpuset", item -> draft.cpuset = Rules.cpuset(Values.text("cpuset", item)));
        readers.put("cpuset_cpus", item -> draft.cpuset = Rules.cpuset(Values.text("cpuset_cpus", item)));
        readers.put("nano_cpus", item -> draft.nanoCpus = cpus(item));
        readers.put("pids_limit", this::pids);
    }

    private void pids(Item item) {
        long pids = Values.whole("pids_limit", item);
        if (pids < 1) {
            draft.options.put(FieldPath.of("HostConfig", "PidsLimit"), Value.whole(pids));
        } else {
            draft.pids = pids;
        }
    }

    private static long shares(Item item) {
        long shares = Values.whole("cpu_shares", item);
        if (shares < 2 || shares > 262_144) {
            throw new Mistake("`cpu_shares` must be from 2 to 262144, and " + shares + " is not");
        }
        return shares;
    }

    private static long cpus(Item item) {
        long nanos = Values.whole("nano_cpus", item);
        if (nanos < 10_000_000) {
            throw new Mistake("`nano_cpus` must be at least 10000000, and " + nanos + " is less");
        }
        return nanos;
    }

    private static Size size(String key, Item item) {
        return new Size(Amounts.bytes(key, item));
    }

    /** Reads {@code create_options}. */
    void create(Item item) {
        read("create_options", item, create, host);
    }

    /** Reads {@code host_config}, which older maps call {@code start_options}. */
    void host(Item item) {
        read("host_config", item, host, create);
    }

    private void read(String what, Item item, Map<String, Consumer<Item>> readers, Map<String, Consumer<Item>> others) {
        for (Entry entry : Values.keyed(what, item).entries()) {
            Consumer<Item> reader = readers.get(entry.name());
            if (reader == null) {
                unknown(what, entry, readers, others);
            } else if (!(entry.value() instanceof Single single && single.nothing())) {
                findings.attempt(entry.value(), () -> reader.accept(entry.value()));
            }
        }
    }

    private void unknown(
            String what, Entry entry, Map<String, Consumer<Item>> readers, Map<String, Consumer<Item>> others) {
        String other = what.equals("host_config") ? "create_options" : "host_config";
        String hint = others.containsKey(entry.name())
                ? "it belongs in `" + other + "`"
                : Suggest.hint(entry.name(), readers.keySet()).orElse("take it out");
        String summary = switch (entry.name()) {
            case "name" -> "`name` cannot be set: containers are named after the map and their configuration";
            case "detach" -> "`detach` has no meaning: containers always run in the background";
            case "version" -> "`version` has no meaning: the version of the API is agreed on with each engine";
            default -> "there is no key `" + entry.name() + "` in `" + what + "`";
        };
        findings.error(entry.key(), summary, hint);
    }

    private void passOn(String name, Item item) {
        PassedOn.of(name, item).forEach((path, value) -> draft.field(path, value, item));
    }

    private void elements(Item item, Consumer<Item> reader) {
        Values.elements(item).forEach(each -> findings.attempt(each, () -> reader.accept(each)));
    }

    /** {@code {NAME: value}}, or {@code NAME=value} in a list. */
    private void environment(Item item) {
        if (item instanceof Keyed keyed) {
            keyed.entries()
                    .forEach(entry -> findings.attempt(entry.value(), () -> {
                        if (entry.value() instanceof Single single && single.nothing()) {
                            throw new Mistake(
                                    "the variable `" + entry.name() + "` has no value", "write `''` for an empty one");
                        }
                        variable(entry.name(), Values.text("environment " + entry.name(), entry.value()), entry.key());
                    }));
            return;
        }
        elements(item, each -> {
            String text = Values.text("environment", each);
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new Mistake("`" + text + "` is not a variable", "write `NAME=value`");
            }
            variable(text.substring(0, equals), text.substring(equals + 1), each);
        });
    }

    private void variable(String name, String value, Item place) {
        draft.mention("env", name, place.place());
        draft.environment.put(Rules.variable(name), new EnvValue.Literal(value));
    }

    private void labels(Item item) {
        if (item instanceof Keyed) {
            Values.textsByKey("labels", item).forEach((name, value) -> label(name, value, item));
        } else {
            elements(item, each -> label(Values.text("labels", each), "", each));
        }
    }

    private void label(String name, String value, Item place) {
        draft.mention("label", name, place.place());
        draft.labels.put(Rules.label(name), value);
    }

    /** {@code 80}, {@code 53/udp}, or {@code [53, udp]}. */
    private static Port exposed(Item item) {
        if (item instanceof Several several && several.items().size() == 2) {
            Port port = PortForms.port(several.items().get(0));
            return new Port(
                    port.number(),
                    PortForms.protocol(Values.text("ports", several.items().get(1))));
        }
        return PortForms.port(item);
    }

    private void volumes(Item item) {
        if (item instanceof Keyed keyed) {
            keyed.entries().forEach(entry -> container.share(entry.key()));
        } else {
            Values.singles("volumes", item).forEach(container::share);
        }
    }

    private void volumesFrom(Item item) {
        for (Single each : Values.singles("volumes_from", item)) {
            findings.attempt(each, () -> {
                int colon = each.text().indexOf(':');
                String name = colon < 0 ? each.text() : each.text().substring(0, colon);
                ownOnly(name);
                container.volumesFrom(
                        new Single(name, each.kind(), each.place()),
                        colon >= 0 && each.text().endsWith(":ro"));
            });
        }
    }

    private void ownOnly(String name) {
        if (!map.isContainer(map.own(name))) {
            throw new Mistake(
                    "there is no container `" + name + "` in the map",
                    Suggest.hint(map.own(name), map.containers()).orElse("declare it, or take it out"));
        }
    }

    private void link(Item item) {
        Link link = new ConnectionForms(findings).link(item);
        String name = link.target().toString();
        ownOnly(name);
        draft.link(new Link(Selector.parse(map.own(name)), link.alias()), item.place());
    }

    /** {@code {port: host port}}, where the host's side may be {@code [address, port]}, or a list of either. */
    private void portBindings(Item item) {
        for (Entry entry : Values.keyed("port_bindings", item).entries()) {
            findings.attempt(entry.key(), () -> {
                Port port = PortForms.port(entry.key());
                for (Item binding : bindings(entry.value())) {
                    findings.attempt(binding, () -> draft.publish(published(port, binding), binding.place()));
                }
            });
        }
    }

    /** A list is one binding when it begins with an address, else several. */
    private static List<Item> bindings(Item item) {
        if (!(item instanceof Several several) || several.items().isEmpty()) {
            return List.of(item);
        }
        boolean one =
                several.items().get(0) instanceof Single first && !first.text().matches("\\d*");
        return one ? List.of(item) : several.items();
    }

    private Port.Published published(Port port, Item binding) {
        if (!(binding instanceof Several several)) {
            return new Port.Published(port, hostPort(binding), Optional.empty());
        }
        if (several.items().isEmpty() || several.items().size() > 2) {
            throw new Mistake("a binding is a port, or an address and a port", "write `80: [127.0.0.1, 8080]`");
        }
        Values.text("port_bindings", several.items().get(0));
        Optional<String> address = container.address((Single) several.items().get(0), false);
        return new Port.Published(
                port, several.items().size() == 2 ? hostPort(several.items().get(1)) : Optional.empty(), address);
    }

    private static Optional<Integer> hostPort(Item item) {
        boolean chosen = item instanceof Single single && !single.nothing();
        return chosen ? Optional.of(PortForms.number(item)) : Optional.empty();
    }

    /** {@code {Name: always, MaximumRetryCount: 0}}. */
    private void restart(Item item) {
        Fields fields = new Fields(
                findings,
                "`restart_policy`",
                Values.keyed("restart_policy", item),
                List.of("Name", "MaximumRetryCount"));
        String name = fields.get("Name").map(each -> Values.text("Name", each)).orElse("no");
        int retries = fields.get("MaximumRetryCount")
                .map(each -> Math.toIntExact(Values.whole("MaximumRetryCount", each)))
                .orElse(0);
        List<String> names = new ArrayList<>();
        for (RestartPolicy.Condition condition : RestartPolicy.Condition.values()) {
            if (condition.api().equals(name)) {
                container.single(
                        "restart",
                        item,
                        () -> draft.restart = new RestartPolicy(
                                condition, condition == RestartPolicy.Condition.ON_FAILURE ? retries : 0));
                return;
            }
            names.add(condition.api());
        }
        throw new Mistake(
                "`" + name + "` is not a restart policy",
                Suggest.hint(name, names).orElse("write `no`, `always`, `unless-stopped` or `on-failure`"));
    }

    /** {@code {/host: {bind: /path, mode: ro}}}, or {@code /host:/path:ro} in a list. */
    private void binds(Item item) {
        if (item instanceof Keyed keyed) {
            keyed.entries().forEach(entry -> findings.attempt(entry.value(), () -> bind(entry)));
            return;
        }
        elements(item, each -> {
            String[] parts = Values.text("binds", each).split(":", -1);
            if (parts.length < 2 || parts.length > 3) {
                throw new Mistake("`" + String.join(":", parts) + "` is not a bind", "write `/host:/path:ro`");
            }
            bind(parts[0], parts[1], parts.length == 3 && parts[2].equals("ro"), each);
        });
    }

    private void bind(Entry entry) {
        if (!(entry.value() instanceof Keyed keyed)) {
            bind(entry.name(), Values.text("binds", entry.value()), false, entry.value());
            return;
        }
        Fields fields = new Fields(findings, "a bind", keyed, List.of("bind", "mode", "ro"));
        String path = fields.get("bind")
                .map(each -> Values.text("bind", each))
                .orElseThrow(() -> new Mistake("this bind has no path in the container", "write `bind: /path`"));
        boolean readOnly = fields.get("mode")
                        .map(each -> Values.text("mode", each).equals("ro"))
                        .orElse(false)
                || fields.get("ro").map(each -> Values.flag("ro", each)).orElse(false);
        bind(entry.name(), path, readOnly, entry.value());
    }

    private void bind(String source, String path, boolean readOnly, Item place) {
        if (!source.startsWith("/")) {
            throw new Mistake(
                    "`" + source + "` is not an absolute path of the host",
                    "volumes of the map are named in `binds`, `attaches` and `uses` of the configuration");
        }
        draft.mount(new Mount.OfHost(source, path, readOnly), "mount", place.place());
    }
}
