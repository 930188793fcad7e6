package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostAddress;
import io.dockerops.engine.model.HostText;
import io.dockerops.engine.model.IpAddress;
import io.dockerops.engine.model.Rules;
import io.dockerops.engine.problem.Mistake;
import io.dockerops.engine.yaml.map.Clients.Client;
import io.dockerops.engine.yaml.tree.Fields;
import io.dockerops.engine.yaml.tree.Findings;
import io.dockerops.engine.yaml.tree.Item;
import io.dockerops.engine.yaml.tree.Item.Entry;
import io.dockerops.engine.yaml.tree.Item.Keyed;
import io.dockerops.engine.yaml.tree.Item.Single;
import io.dockerops.engine.yaml.tree.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a client file: the engines of docker-map and docker-fabric, by name. */
final class ClientFile {

    private static final List<String> USED =
            List.of("base_url", "fabric_host", "tls", "interfaces", "interfaces_ipv6", "domainname", "stop_timeout");

    /** What has no meaning here, with the reason. */
    private static final Map<String, String> UNUSED = Map.ofEntries(
            Map.entry("version", "the version of the API is agreed on with each engine"),
            Map.entry("timeout", "each call has a time limit of its own"),
            Map.entry("wait_timeout", "each call has a time limit of its own"),
            Map.entry("auth_configs", "registries are logged in to with `docker login`"),
            Map.entry("features", "what an engine can do is found out"),
            Map.entry("constraints", "what an engine can do is found out"),
            Map.entry("tunnel_local_port", "no tunnel is needed to reach an engine by SSH"),
            Map.entry("tunnel_remote_port", "no tunnel is needed to reach an engine by SSH"),
            Map.entry("cmd_prefix", "no command line of Docker is used"),
            Map.entry("default_bin", "no command line of Docker is used"),
            Map.entry("use_sudo", "the user of the connection needs the right to use Docker"),
            Map.entry("debug", "write `--debug` behind the command"));

    private static final List<String> TLS = List.of("ca_cert", "client_cert", "verify", "assert_hostname");

    private final Path file;
    private final Findings findings;
    private final Map<String, Client> clients = new LinkedHashMap<>();

    private ClientFile(Path file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    static Clients read(Path file, Item root, Findings findings) {
        ClientFile reading = new ClientFile(file, findings);
        findings.attempt(
                root, () -> Values.keyed("a client file", root).entries().forEach(reading::client));
        return new Clients(reading.clients);
    }

    private void client(Entry entry) {
        findings.attempt(entry.key(), () -> {
            Clients.id(entry.name());
            Keyed keyed = Values.keyed("client " + entry.name(), entry.value());
            List<String> known = new ArrayList<>(USED);
            known.addAll(UNUSED.keySet().stream().sorted().toList());
            Fields fields = new Fields(findings, "a client", keyed, known);
            for (Entry each : keyed.entries()) {
                String reason = UNUSED.get(each.name());
                if (reason != null) {
                    findings.warning(each.key(), "`" + each.name() + "` is not used: " + reason, "take it out");
                }
            }
            clients.put(entry.name(), client(entry, fields));
        });
    }

    private Client client(Entry entry, Fields fields) {
        SortedMap<String, String> v4 = interfaces(fields, "interfaces");
        SortedMap<String, String> v6 = interfaces(fields, "interfaces_ipv6");
        SortedMap<String, String> addresses = new TreeMap<>(v4);
        SortedMap<String, String> names = new TreeMap<>();
        SortedMap<String, String> namesIpv6 = new TreeMap<>();
        v4.keySet().forEach(name -> names.put(name, name));
        v6.forEach((name, address) -> {
            String own = v4.containsKey(name) ? name + "-ipv6" : name;
            namesIpv6.put(name, own);
            addresses.put(own, address);
        });
        boolean says =
                fields.get("base_url").isPresent() || fields.get("fabric_host").isPresent() || !addresses.isEmpty();
        Optional<Host> host = entry.name().equals(Clients.DEFAULT) && !says
                ? Optional.empty()
                : Optional.of(new Host(Clients.id(entry.name()), address(fields), addresses));
        Optional<String> domain = fields.get("domainname")
                .flatMap(item -> findings.tried(item, () -> Rules.hostName(Values.text("domainname", item))));
        Optional<Duration> stopTimeout = fields.get("stop_timeout")
                .flatMap(item -> findings.tried(
                        item, () -> Rules.stopTimeout(Duration.ofSeconds(Values.whole("stop_timeout", item)))));
        return new Client(host, entry.key().place(), names, namesIpv6, domain, stopTimeout);
    }

    private SortedMap<String, String> interfaces(Fields fields, String key) {
        TreeMap<String, String> addresses = new TreeMap<>();
        fields.with(
                key,
                item -> Values.keyed(key, item)
                        .entries()
                        .forEach(entry -> findings.attempt(entry.value(), () -> {
                            String address = Values.text(entry.name(), entry.value());
                            if (key.equals("interfaces")) {
                                IpAddress.parseV4(address);
                            } else {
                                IpAddress.parseV6(address);
                            }
                            addresses.put(entry.name(), address);
                        })));
        return addresses;
    }

    private HostAddress address(Fields fields) {
        Optional<Item> fabric = fields.get("fabric_host");
        Optional<Item> url = fields.get("base_url");
        if (fabric.isPresent()) {
            url.ifPresent(this::checkForwarded);
            return addressOf(fabric.get(), () -> ssh(Values.text("fabric_host", fabric.get())));
        }
        return url.map(item -> addressOf(item, () -> url(Values.text("base_url", item), fields)))
                .orElseGet(HostAddress.Local::new);
    }

    private HostAddress addressOf(Item item, java.util.function.Supplier<HostAddress> address) {
        return findings.tried(item, address).orElseGet(HostAddress.Local::new);
    }

    private static HostAddress ssh(String host) {
        return HostText.parse(host.startsWith("ssh://") ? host : "ssh://" + host, Optional.empty());
    }

    /** By SSH an engine is reached through the socket that its own command line uses. */
    private void checkForwarded(Item url) {
        if (!(url instanceof Single single)
                || !List.of("unix:///var/run/docker.sock", "unix://var/run/docker.sock", "unix:///run/docker.sock")
                        .contains(single.text())) {
            findings.warning(
                    url,
                    "`base_url` is not used, since `fabric_host` is there",
                    "by SSH an engine is reached as the `docker` command of that machine reaches it");
        }
    }

    private HostAddress url(String text, Fields fields) {
        int end = text.indexOf("://");
        String scheme = end < 0 ? "" : text.substring(0, end);
        String rest = end < 0 ? text : text.substring(end + 3);
        return switch (scheme) {
            // docker-py takes both forms.
            case "unix", "http+unix" ->
                HostText.parse("unix://" + (rest.startsWith("/") ? rest : "/" + rest), Optional.empty());
            case "https" -> HostText.parse("tcp://" + rest, Optional.of(certificates(fields)));
            case "tcp", "http" -> HostText.parse("tcp://" + rest, tls(fields).map(item -> certificates(fields)));
            default -> HostText.parse(text, Optional.empty());
        };
    }

    private static Optional<Item> tls(Fields fields) {
        return fields.get("tls").filter(item -> item instanceof Keyed || Values.flag("tls", item));
    }

    /** The folder of the client's certificate, which has all three files. */
    private Path certificates(Fields fields) {
        Item tls = tls(fields).orElseThrow(ClientFile::unclearCertificates);
        if (!(tls instanceof Keyed keyed)) {
            throw unclearCertificates();
        }
        Fields known = new Fields(findings, "`tls`", keyed, TLS);
        List<String> files = new ArrayList<>();
        known.get("client_cert").ifPresent(item -> files.addAll(Values.texts("client_cert", item)));
        known.get("ca_cert").ifPresent(item -> files.add(Values.text("ca_cert", item)));
        List<Path> paths = files.stream()
                .map(each -> file.resolveSibling(each).normalize())
                .toList();
        List<String> names =
                paths.stream().map(path -> String.valueOf(path.getFileName())).toList();
        if (!names.equals(List.of("cert.pem", "key.pem", "ca.pem"))
                || paths.stream().map(Path::getParent).distinct().count() != 1) {
            throw unclearCertificates();
        }
        return java.util.Objects.requireNonNull(
                paths.get(0).toAbsolutePath().normalize().getParent());
    }

    private static Mistake unclearCertificates() {
        return new Mistake(
                "the certificates for TLS must be `ca.pem`, `cert.pem` and `key.pem` in one folder",
                "write `tls: {client_cert: [certs/cert.pem, certs/key.pem], ca_cert: certs/ca.pem}`");
    }
}
