package io.dockerops.dsl.write;

import io.dockerops.engine.model.DynamicDns;
import io.dockerops.engine.model.Group;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.HostAddress;
import io.dockerops.engine.model.NamingScheme;
import io.dockerops.engine.model.Network;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.ServiceDeclaration;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.model.Settings;
import io.dockerops.engine.model.Typing;
import io.dockerops.engine.model.Volume;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a project as a script that declares the same. */
public final class ProjectText {

    private final Lines lines = new Lines();

    private ProjectText() {}

    /**
     * The script.
     *
     * @param project the project, whose images all have names
     * @param services its services as they are to be declared, abstract ones included; those of the project are not read
     * @param expanded texts that come from the environment, and what each is made of: a text in which {@code ${NAME}}
     *     stands for a variable; the script asks the environment for them too
     */
    public static String of(Project project, List<ServiceDeclaration> services, Map<String, String> expanded) {
        ProjectText text = new ProjectText();
        text.write(project, services);
        String script = text.lines.text();
        for (Map.Entry<String, String> entry : expanded.entrySet()) {
            Pattern literal = Pattern.compile(Pattern.quote(Literals.text(entry.getKey())) + "(?!:)");
            script = literal.matcher(script)
                    .replaceAll(Matcher.quoteReplacement(Literals.fromEnvironment(entry.getValue())));
        }
        return script;
    }

    /**
     * The script of a project in a folder, in which what is built from folders below it is relative to the script.
     *
     * @param folder the folder, in which the script is to be
     * @param project the project
     * @param services its services as they are to be declared
     */
    public static String below(Path folder, Project project, List<ServiceDeclaration> services) {
        return of(project, services, Map.of()).replace("build '" + folder + "/", "build '");
    }

    private void write(Project project, List<ServiceDeclaration> services) {
        lines.add("project " + Literals.text(project.name()));
        if (!project.images().isEmpty()) {
            // Maps declare no images, and folders of services only have those of this library.
            lines.add("library 'platform'");
        }
        project.repository().ifPresent(prefix -> lines.add("repository " + Literals.text(prefix)));
        project.defaultTag().ifPresent(tag -> lines.add("defaultTag " + Literals.text(tag)));
        project.hostRoot().ifPresent(path -> lines.add("hostRoot " + Literals.text(path)));
        naming(project.scheme());
        project.dns().ifPresent(this::dns);
        lines.gap();
        project.hosts().forEach(this::host);
        lines.gap();
        project.networks().forEach(this::network);
        lines.gap();
        project.volumes().stream()
                .filter(volume -> volume.id().parent().isEmpty())
                .forEach(this::volume);
        for (ServiceDeclaration service : services) {
            lines.gap();
            service(service);
        }
        lines.gap();
        project.groups().forEach(this::group);
    }

    private void naming(NamingScheme scheme) {
        List<String> named = new ArrayList<>();
        scheme.containers().ifPresent(pattern -> named.add("containers: " + Literals.text(pattern.text())));
        scheme.networks().ifPresent(pattern -> named.add("networks: " + Literals.text(pattern.text())));
        scheme.volumes().ifPresent(pattern -> named.add("volumes: " + Literals.text(pattern.text())));
        scheme.hostNames().ifPresent(pattern -> named.add("hostNames: " + Literals.text(pattern.text())));
        scheme.setHostNames().ifPresent(set -> named.add("hostNames: " + set));
        scheme.domain().ifPresent(domain -> named.add("domain: " + Literals.text(domain)));
        scheme.volumesByParent().ifPresent(by -> named.add("volumesByParent: " + by));
        if (!named.isEmpty()) {
            lines.word("naming", named);
        }
    }

    private void dns(DynamicDns dns) {
        List<String> said = new ArrayList<>();
        if (dns.server() instanceof DynamicDns.Server.OfProject server) {
            said.add(Literals.text(server.target().toString()));
        } else if (dns.server() instanceof DynamicDns.Server.Outside server) {
            said.add("server: " + Literals.text(server.address()));
            if (server.port() != DynamicDns.PORT) {
                said.add("port: " + server.port());
            }
        }
        if (!dns.zone().equals(DynamicDns.DEFAULT_ZONE)) {
            said.add("zone: " + Literals.text(dns.zone()));
        }
        if (!dns.key().endsWith(DynamicDns.DEFAULT_KEY)) {
            said.add("key: " + Literals.text(dns.key().toString()));
        }
        if (!dns.timeToLive().equals(DynamicDns.DEFAULT_TIME_TO_LIVE)) {
            said.add("timeToLive: " + Literals.duration(dns.timeToLive()));
        }
        lines.word("dynamicDns", said);
    }

    private void host(Host host) {
        List<String> named = new ArrayList<>(List.of(Literals.text(host.id().name())));
        named.add("at: " + Literals.text(host.address().toString()));
        if (host.address() instanceof HostAddress.Tcp tcp) {
            tcp.certificates().ifPresent(folder -> named.add("certificates: " + Literals.text(folder.toString())));
        }
        if (!host.addresses().isEmpty()) {
            named.add("addresses: " + Literals.map(host.addresses()));
        }
        lines.word("host", named);
    }

    private void network(Network network) {
        List<String> named = new ArrayList<>(List.of(Literals.text(network.id().name())));
        if (!network.driver().equals(Network.DEFAULT_DRIVER)) {
            named.add("driver: " + Literals.text(network.driver()));
        }
        if (network.internal()) {
            named.add("internal: true");
        }
        if (network.ipv6()) {
            named.add("ipv6: true");
        }
        if (network.attachable()) {
            named.add("attachable: true");
        }
        boolean plain = network.subnets().stream()
                .allMatch(subnet -> subnet.gateway().isEmpty() && subnet.range().isEmpty());
        if (plain && !network.subnets().isEmpty()) {
            List<String> ranges =
                    network.subnets().stream().map(Network.Subnet::cidr).toList();
            named.add("subnet: " + (ranges.size() == 1 ? Literals.text(ranges.get(0)) : Literals.list(ranges)));
        }
        if (!network.options().isEmpty()) {
            named.add("options: " + (plain ? Literals.map(network.options()) : Literals.entries(network.options())));
        }
        if (!network.labels().isEmpty()) {
            named.add("labels: " + (plain ? Literals.map(network.labels()) : Literals.entries(network.labels())));
        }
        if (plain) {
            lines.word("network", named);
            return;
        }
        lines.block("network(" + named.get(0) + ")", () -> {
            named.subList(1, named.size()).forEach(each -> lines.add(each.replaceFirst(": ", " ")));
            network.subnets().forEach(this::subnet);
        });
    }

    private void subnet(Network.Subnet subnet) {
        lines.add("subnet " + Literals.text(subnet.cidr())
                + subnet.gateway()
                        .map(address -> ", gateway: " + Literals.text(address))
                        .orElse("")
                + subnet.range()
                        .map(range -> ", range: " + Literals.text(range))
                        .orElse(""));
    }

    private void volume(Volume volume) {
        List<String> named = new ArrayList<>(List.of("at: " + Literals.text(volume.path())));
        if (volume.storage() instanceof Volume.HostPath host) {
            if (host.path().isPresent() && !host.perInstance().isEmpty()) {
                bothPaths(volume, host);
                return;
            }
            named.add("host: " + host.path().map(Literals::text).orElseGet(() -> Literals.map(host.perInstance())));
        } else if (volume.storage() instanceof Volume.Named kept) {
            if (!kept.driver().equals(Volume.Named.LOCAL.driver())) {
                named.add("driver: " + Literals.text(kept.driver()));
            }
            if (!kept.options().isEmpty()) {
                named.add("options: " + Literals.map(kept.options()));
            }
        }
        owner(volume, named, ": ");
        named.add(0, Literals.text(volume.id().name()));
        lines.word("volume", named);
    }

    private static void owner(Volume volume, List<String> named, String between) {
        volume.user().ifPresent(user -> named.add("user" + between + Literals.user(user)));
        volume.permissions().ifPresent(mode -> named.add("permissions" + between + Literals.text(mode)));
    }

    private void bothPaths(Volume volume, Volume.HostPath host) {
        lines.block("volume(" + Literals.text(volume.id().name()) + ")", () -> {
            lines.add("at " + Literals.text(volume.path()));
            host.path().ifPresent(path -> lines.add("host " + Literals.text(path)));
            lines.add("host " + Literals.entries(host.perInstance()));
            List<String> owner = new ArrayList<>();
            owner(volume, owner, " ");
            owner.forEach(lines::add);
        });
    }

    private void service(ServiceDeclaration service) {
        String name = Literals.text(service.id().name());
        String template = service.template() ? ", abstract: true" : "";
        boolean empty = service.settings().equals(Settings.EMPTY)
                && service.parents().isEmpty()
                && service.overrides().isEmpty()
                && service.typing().equals(Typing.NONE);
        if (empty) {
            lines.add("service " + name + template);
            return;
        }
        lines.block("service(" + name + template + ")", () -> {
            if (!service.parents().isEmpty()) {
                lines.word(
                        "inherits",
                        service.parents().stream()
                                .map(ServiceId::name)
                                .map(Literals::text)
                                .toList());
            }
            new SettingsText(lines).write(service.settings());
            new TypingText(lines).write(service.typing().service());
            instances(service.overrides(), service.typing().instances());
        });
    }

    private void instances(Map<String, Settings> instances, Map<String, Typing.Said> types) {
        boolean plain = instances.keySet().stream()
                .allMatch(name -> says(instances, types, name).isEmpty());
        if (plain) {
            if (!instances.isEmpty()) {
                lines.word(
                        "instances",
                        instances.keySet().stream().map(Literals::text).toList());
            }
            return;
        }
        instances.forEach((name, settings) -> says(instances, types, name)
                .ifPresentOrElse(
                        said -> lines.block("instance(" + Literals.text(name) + ")", () -> {
                            new TypingText(lines).write(said);
                            new SettingsText(lines).write(settings);
                        }),
                        () -> lines.add("instance " + Literals.text(name))));
    }

    /** What an instance says of its type; empty when it says nothing at all. */
    private static Optional<Typing.Said> says(
            Map<String, Settings> instances, Map<String, Typing.Said> types, String name) {
        Typing.Said said = types.getOrDefault(name, Typing.Said.NOTHING);
        // The name of a type is the type.
        Typing.Said more =
                said.type().equals(Optional.of(name)) ? new Typing.Said(Optional.empty(), said.switches()) : said;
        boolean silent = more.equals(Typing.Said.NOTHING) && Settings.EMPTY.equals(instances.get(name));
        return silent ? Optional.empty() : Optional.of(more);
    }

    private void group(Group group) {
        List<String> members = new ArrayList<>(List.of(Literals.text(group.id().name())));
        group.members().forEach(member -> members.add(Literals.text(member.toString())));
        group.groups().forEach(inner -> members.add(Literals.text(inner.name())));
        lines.word("group", members);
    }
}
