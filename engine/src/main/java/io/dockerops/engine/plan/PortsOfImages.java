package io.dockerops.engine.plan;

import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.Image;
import io.dockerops.engine.model.ImageId;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Networking;
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.model.Project;
import io.dockerops.engine.model.Settings;
import io.dockerops.engine.port.BuildOutline;
import io.dockerops.engine.problem.Problem;
import io.dockerops.engine.problem.Severity;
import io.dockerops.engine.state.ObservedState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns "publish what the image exposes" into ports: those of the Dockerfile, or of the image that the host has. What an
 * instance publishes by itself goes before.
 */
final class PortsOfImages {

    static final String WORD = "publishExposed";

    /** The variable with the address at which an instance is found, which is where its ports are published. */
    private static final String SERVICE_IP = "SERVICE_IP";

    private record Socket(String host, int port, Port.Protocol protocol) {}

    private final Project project;
    private final Origins origins;
    private final ObservedState state;
    /** Who has a port of a host, by address; no text is all addresses. */
    private final Map<Socket, Map<String, InstanceId>> owners = new LinkedHashMap<>();

    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Map<InstanceId, Problem> warnings = new LinkedHashMap<>();

    PortsOfImages(Project project, Origins origins, ObservedState state) {
        this.project = project;
        this.origins = origins;
        this.state = state;
        for (Instance instance : project.instances()) {
            for (Port.Published port : instance.settings().networking().published()) {
                socket(instance, port).ifPresent(socket -> own(socket, address(instance, port), instance.id()));
            }
        }
    }

    /** What stands in the way: ports that two instances would publish, and lines of Dockerfiles that say no ports. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Why fewer ports of {@code instance} are published than one might expect. */
    Optional<Problem> warning(InstanceId instance) {
        return Optional.ofNullable(warnings.get(instance));
    }

    /** {@code instance} with all ports that it publishes; to be asked once for each. */
    Instance resolve(Instance instance) {
        Networking networking = instance.settings().networking();
        Port.OfImage ofImage = networking.ofImage().orElse(null);
        if (ofImage == null || !ofImage.published()) {
            return instance;
        }
        Optional<String> hostAddress = ofImage.hostAddress()
                .or(() -> new EnvironmentValues(id -> project.host(id).orElse(Host.LOCAL), state)
                        .text(instance, SERVICE_IP));
        List<Port.Published> published = new ArrayList<>(networking.published());
        Set<Port> own = new LinkedHashSet<>();
        Set<Socket> taken = new LinkedHashSet<>();
        for (Port.Published port : networking.published()) {
            own.add(port.container());
            socket(instance, port).ifPresent(taken::add);
        }
        for (Port port : exposed(instance)) {
            Port.Published all = new Port.Published(port, Optional.of(port.number()), hostAddress);
            Socket socket = socket(instance, all).orElseThrow();
            if (!own.contains(port) && !taken.contains(socket)) {
                claim(instance, socket, address(instance, all));
                published.add(all);
            }
        }
        Settings settings = instance.settings().publishing(published);
        return new Instance(instance.id(), settings, instance.declared());
    }

    private static Optional<Socket> socket(Instance instance, Port.Published port) {
        return port.hostPort()
                .map(number -> new Socket(
                        instance.host().name(), number, port.container().protocol()));
    }

    private String address(Instance instance, Port.Published port) {
        Host host = project.host(instance.host()).orElse(Host.LOCAL);
        String address = port.hostAddress().flatMap(host::addressOf).orElse("");
        return address.equals("0.0.0.0") || address.equals("::") ? "" : address;
    }

    private void own(Socket socket, String address, InstanceId id) {
        owners.computeIfAbsent(socket, key -> new LinkedHashMap<>()).putIfAbsent(address, id);
    }

    private void claim(Instance instance, Socket socket, String address) {
        Map<String, InstanceId> known = owners.getOrDefault(socket, Map.of());
        own(socket, address, instance.id());
        InstanceId first = known.entrySet().stream()
                .filter(entry -> address.isEmpty()
                        || entry.getKey().isEmpty()
                        || entry.getKey().equals(address))
                .map(Map.Entry::getValue)
                .filter(id -> !id.equals(instance.id()))
                .findFirst()
                .orElse(null);
        if (first != null) {
            problems.add(at(
                    instance,
                    Severity.ERROR,
                    "the host's port " + socket.port() + "/" + socket.protocol() + " of `" + socket.host()
                            + "` is published by `" + first + "` and, since its image exposes it, by `" + instance.id()
                            + "`",
                    "publish it at another port in one of them: `publish " + socket.port() + ", to: "
                            + (socket.port() + 1) + "`"));
        }
    }

    private List<Port> exposed(Instance instance) {
        Image source = project.sourceOf(instance);
        if (source instanceof Image.Build) {
            BuildOutline outline = state.made().outlines().get(new ImageId(project.imageOf(instance)));
            if (outline == null) {
                return List.of();
            }
            problems.addAll(outline.unclear());
            return found(instance, outline.exposed(), outline.unclear().isEmpty());
        }
        if (source instanceof Image.Rootfs) {
            return found(instance, List.of(), true);
        }
        Host host = project.host(instance.host()).orElse(Host.LOCAL);
        String image = project.imageOf(instance).toString();
        List<Port> known = state.host(host).exposed().get(image);
        if (known == null) {
            warnings.put(
                    instance.id(),
                    at(
                            instance,
                            Severity.WARNING,
                            "which ports `" + instance.id() + "` publishes is known when its host has the image `"
                                    + image + "`",
                            "pull it first: `dockerops pull " + instance.id() + "`"));
            return List.of();
        }
        return found(instance, known, true);
    }

    private List<Port> found(Instance instance, List<Port> ports, boolean all) {
        if (ports.isEmpty() && all) {
            warnings.put(
                    instance.id(),
                    at(
                            instance,
                            Severity.WARNING,
                            "`" + instance.id() + "` publishes what its image exposes, and that is nothing",
                            "write `EXPOSE` in its Dockerfile, or name the ports behind `publish`"));
        }
        return ports;
    }

    private Problem at(Instance instance, Severity severity, String summary, String hint) {
        return new Problem(severity, origins.of(instance.id(), WORD, ""), summary, List.of(hint));
    }
}
