package io.dockerops.dsl.write;

import io.dockerops.engine.model.ContainerProcess;
import io.dockerops.engine.model.CopiedFile;
import io.dockerops.engine.model.Endpoint;
import io.dockerops.engine.model.EnvValue;
import io.dockerops.engine.model.ExecCommand;
import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.HealthCheck;
import io.dockerops.engine.model.HostId;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.Lifecycle;
import io.dockerops.engine.model.Limits;
import io.dockerops.engine.model.Link;
import io.dockerops.engine.model.Mount;
import io.dockerops.engine.model.NetworkMode;
import io.dockerops.engine.model.Networking;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.model.RestartPolicy;
import io.dockerops.engine.model.Settings;
import io.dockerops.engine.model.Size;
import io.dockerops.engine.model.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what stands in the block of a service or an instance. */
final class SettingsText {

    private final Lines lines;

    SettingsText(Lines lines) {
        this.lines = lines;
    }

    void write(Settings settings) {
        settings.image().ifPresent(this::image);
        if (!settings.hosts().isEmpty()) {
            lines.word(
                    "on",
                    settings.hosts().stream()
                            .map(HostId::name)
                            .map(Literals::text)
                            .toList());
        }
        process(settings.process());
        environment(settings.environment());
        settings.mounts().forEach(this::mount);
        settings.lifecycle().permissions().ifPresent(mode -> lines.add("permissions " + Literals.text(mode)));
        settings.links().forEach(this::link);
        networking(settings.networking());
        limits(settings.limits());
        settings.health().ifPresent(this::health);
        lifecycle(settings.lifecycle());
        if (!settings.labels().isEmpty()) {
            lines.word("labels", entries(settings.labels()));
        }
        new AttributesText(lines).write(settings.attributes());
        settings.options()
                .forEach((path, value) ->
                        lines.word("option", List.of(Literals.text(path.toString()), option(path, value))));
    }

    private void environment(Map<String, EnvValue> environment) {
        List<String> required = new ArrayList<>();
        List<String> variables = new ArrayList<>();
        environment.forEach((name, value) -> {
            if (value instanceof EnvValue.Required) {
                required.add(Literals.text(name));
            }
            Literals.environment(value).ifPresent(text -> variables.add(Literals.key(name) + ": " + text));
        });
        if (!required.isEmpty()) {
            lines.word("requires", required);
        }
        if (!variables.isEmpty()) {
            lines.word("env", variables);
        }
    }

    private static String option(FieldPath path, Value value) {
        boolean memory = path.last().equals("KernelMemory");
        return memory && value instanceof Value.Whole whole && whole.number() > 0
                ? Literals.size(new Size(whole.number()))
                : Literals.value(value);
    }

    private static List<String> entries(Map<String, String> map) {
        return map.entrySet().stream()
                .map(entry -> Literals.key(entry.getKey()) + ": " + Literals.text(entry.getValue()))
                .toList();
    }

    private void image(Image image) {
        if (image instanceof Image.Build && Image.nameOf(image).isPresent()) {
            lines.add("image " + Literals.text(Image.nameOf(image).get()));
            return;
        }
        if (image instanceof Image.Build build
                && build.dockerfile().equals(Image.Build.DOCKERFILE)
                && build.arguments().isEmpty()
                && build.target().isEmpty()) {
            lines.add("build " + Literals.text(build.context().toString()));
            return;
        }
        if (!(image instanceof Image.Named named)) {
            throw new IllegalArgumentException(
                    "only images with names and plain builds can be written, and this is " + image);
        }
        lines.add("image " + Literals.text(named.name()));
    }

    private void process(ContainerProcess process) {
        process.entrypoint().ifPresent(words -> command("entrypoint", words));
        process.command().ifPresent(words -> command("command", words));
        process.workingDirectory().ifPresent(path -> lines.add("workingDirectory " + Literals.text(path)));
        process.user().ifPresent(user -> lines.add("user " + Literals.user(user)));
        process.hostname().ifPresent(name -> lines.add("hostname " + Literals.text(name)));
    }

    private void command(String word, List<String> words) {
        String command = Literals.command(words);
        lines.add(command.startsWith("(") ? word + command : word + " " + command);
    }

    private void mount(Mount mount) {
        if (mount instanceof Mount.Shared shared) {
            lines.add("share " + Literals.text(shared.path()));
        } else if (mount instanceof Mount.From from) {
            lines.add("use " + Literals.text(from.source().toString()) + readOnly(from.readOnly()));
        } else if (mount instanceof Mount.OfHost host) {
            lines.add("bind " + Literals.text(host.source()) + ", at: " + Literals.text(host.path())
                    + readOnly(host.readOnly()));
        } else if (mount instanceof Mount.OfVolume volume) {
            String word = switch (volume.role()) {
                case MOUNTED -> "mount";
                case ATTACHED -> "attach";
                case USED -> "use";
            };
            lines.add(word + " " + Literals.text(volume.volume().label())
                    + volume.path().map(path -> ", at: " + Literals.text(path)).orElse("")
                    + readOnly(volume.readOnly()));
        }
    }

    private static String readOnly(boolean readOnly) {
        return readOnly ? ", readOnly: true" : "";
    }

    private void link(Link link) {
        lines.add("link " + Literals.text(link.target().toString())
                + link.alias().map(alias -> ", as: " + Literals.text(alias)).orElse("")
                + (link.legacy() ? ", legacy: true" : "")
                + (link.address() ? ", address: true" : ""));
    }

    private void networking(Networking networking) {
        networking.registration().ifPresent(policy -> lines.add("register " + policy));
        networking.mode().ifPresent(mode -> lines.add("networkMode " + Literals.text(mode(mode))));
        networking.endpoints().forEach(this::endpoint);
        if (!networking.published().isEmpty()) {
            lines.word(
                    "publish",
                    networking.published().stream().map(SettingsText::published).toList());
        }
        networking.ofImage().ifPresent(this::ofImage);
        if (!networking.exposed().isEmpty()) {
            lines.word(
                    "expose",
                    networking.exposed().stream().map(SettingsText::port).toList());
        }
    }

    private void ofImage(Port.OfImage ports) {
        String on = ports.hostAddress()
                .map(address -> " on: " + Literals.text(address))
                .orElse("()");
        lines.add("publishExposed" + (ports.published() ? on : " false"));
    }

    private static String mode(NetworkMode mode) {
        if (mode instanceof NetworkMode.None) {
            return "none";
        } else if (mode instanceof NetworkMode.OfHost) {
            return "host";
        } else if (mode instanceof NetworkMode.OfInstance of) {
            return of.target().toString();
        }
        return "bridge";
    }

    private void endpoint(Endpoint endpoint) {
        List<String> named =
                new ArrayList<>(List.of(Literals.text(endpoint.network().name())));
        if (!endpoint.aliases().isEmpty()) {
            named.add("aliases: " + Literals.list(endpoint.aliases()));
        }
        endpoint.ipv4().ifPresent(address -> named.add("ipv4: " + Literals.text(address)));
        endpoint.ipv6().ifPresent(address -> named.add("ipv6: " + Literals.text(address)));
        if (!endpoint.links().isEmpty()) {
            named.add("links: " + links(endpoint));
        }
        if (!endpoint.linkLocal().isEmpty()) {
            named.add("linkLocal: " + Literals.list(endpoint.linkLocal()));
        }
        endpoint.mac().ifPresent(address -> named.add("mac: " + Literals.text(address)));
        lines.word("network", named);
    }

    /** A map when a link has a further name, where those without get their service's; else a list. */
    private static String links(Endpoint endpoint) {
        if (endpoint.links().stream().allMatch(link -> link.alias().isEmpty())) {
            return Literals.list(endpoint.links().stream()
                    .map(link -> link.target().toString())
                    .toList());
        }
        Map<String, String> aliases = new LinkedHashMap<>();
        endpoint.links()
                .forEach(link -> aliases.put(
                        link.target().toString(),
                        link.alias().orElseGet(() -> link.target().service().name())));
        return Literals.map(aliases);
    }

    private static String port(Port port) {
        return port.protocol() == Port.Protocol.TCP ? String.valueOf(port.number()) : Literals.text(port.toString());
    }

    /** {@code 80}, {@code '8080:80'}, {@code '127.0.0.1:8080:80/udp'}. */
    private static String published(Port.Published published) {
        Port port = published.container();
        if (published.hostAddress().isEmpty() && published.hostPort().equals(Optional.of(port.number()))) {
            return port(port);
        }
        String address = published
                .hostAddress()
                .map(text -> text.indexOf(':') < 0 ? text + ":" : "[" + text + "]:")
                .orElse("");
        String hostPort = published.hostPort().map(String::valueOf).orElse("");
        String protocol = port.protocol() == Port.Protocol.TCP ? "" : "/" + port.protocol();
        return Literals.text(address + hostPort + ":" + port.number() + protocol);
    }

    private void limits(Limits limits) {
        List<String> named = new ArrayList<>();
        limits.memory().ifPresent(size -> named.add("memory: " + Literals.size(size)));
        limits.memorySwap().ifPresent(size -> named.add("swap: " + Literals.size(size)));
        limits.memoryReservation().ifPresent(size -> named.add("reservation: " + Literals.size(size)));
        limits.nanoCpus()
                .ifPresent(nanos -> named.add("cpus: "
                        + new BigDecimal(nanos)
                                .movePointLeft(9)
                                .stripTrailingZeros()
                                .toPlainString()));
        limits.cpuShares().ifPresent(shares -> named.add("cpuShares: " + shares));
        limits.cpuset().ifPresent(set -> named.add("cpuset: " + Literals.text(set)));
        limits.pids().ifPresent(pids -> named.add("pids: " + pids));
        if (!named.isEmpty()) {
            lines.word("limits", named);
        }
    }

    private void health(HealthCheck health) {
        if (health.disabled()) {
            lines.add("notHealthChecked()");
            return;
        }
        List<String> named = new ArrayList<>();
        health.interval().ifPresent(time -> named.add("every: " + Literals.duration(time)));
        health.timeout().ifPresent(time -> named.add("timeout: " + Literals.duration(time)));
        health.retries().ifPresent(retries -> named.add("retries: " + retries));
        health.startPeriod().ifPresent(time -> named.add("startPeriod: " + Literals.duration(time)));
        health.within().ifPresent(time -> named.add("within: " + Literals.duration(time)));
        List<String> test = health.test();
        if (test.size() == 2 && test.get(0).equals("CMD-SHELL")) {
            named.add(0, Literals.text(test.get(1)));
            lines.word("healthy", named);
            return;
        }
        lines.block("healthy", () -> {
            lines.add("command(" + Literals.list(test) + ")");
            named.forEach(each -> lines.add(each.replaceFirst(": ", " ")));
        });
    }

    private void lifecycle(Lifecycle lifecycle) {
        lifecycle.restart().ifPresent(this::restart);
        lifecycle.stopSignal().ifPresent(signal -> lines.add("stopSignal " + Literals.text(signal)));
        lifecycle.stopTimeout().ifPresent(time -> lines.add("stopTimeout " + Literals.duration(time)));
        lifecycle.oneShot().ifPresent(flag -> lines.add(flag ? "oneShot()" : "oneShot false"));
        lifecycle.persistent().ifPresent(flag -> lines.add(flag ? "persistent()" : "persistent false"));
        lifecycle.copies().forEach(this::copy);
        lifecycle.startDelay().ifPresent(time -> lines.add("startDelay " + Literals.duration(time)));
        lifecycle.exec().forEach(this::exec);
    }

    private void restart(RestartPolicy restart) {
        String condition = switch (restart.condition()) {
            case NEVER -> "never";
            case ALWAYS -> "always";
            case UNLESS_STOPPED -> "unlessStopped";
            case ON_FAILURE -> "onFailure";
        };
        lines.add("restart " + condition
                + (restart.maximumRetries() > 0 ? ", retries: " + restart.maximumRetries() : ""));
    }

    private void copy(CopiedFile copy) {
        lines.add("copy " + source(copy.source()) + ", to: " + Literals.text(copy.target())
                + copy.user().map(user -> ", user: " + Literals.user(user)).orElse("")
                + copy.mode()
                        .map(mode -> ", mode: " + Literals.text(String.format("%04o", mode)))
                        .orElse(""));
    }

    private static String source(CopiedFile.Source source) {
        if (source instanceof CopiedFile.OfSecret secret) {
            return "secret(" + Literals.text(secret.id().name()) + ")";
        } else if (source instanceof CopiedFile.OfKey key) {
            return switch (key.key()) {
                case SSH -> "sshKey()";
                case SSH_PUBLIC -> "sshPublicKey()";
                case DNS -> "dnsKey()";
            };
        }
        return Literals.text(source.toString());
    }

    private void exec(ExecCommand exec) {
        String options =
                exec.user().map(user -> ", user: " + Literals.user(user)).orElse("")
                        + (exec.once() ? ", once: true" : "");
        String command = Literals.command(exec.command());
        lines.add(
                command.startsWith("(")
                        ? "exec(" + command.substring(1, command.length() - 1) + options + ")"
                        : "exec " + command + options);
    }
}
