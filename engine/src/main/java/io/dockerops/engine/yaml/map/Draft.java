package io.dockerops.engine.yaml.map;

import io.dockerops.engine.model.ContainerProcess;
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
import io.dockerops.engine.model.Origins;
import io.dockerops.engine.model.Port;
import io.dockerops.engine.model.RestartPolicy;
import io.dockerops.engine.model.ServiceId;
import io.dockerops.engine.model.Settings;
import io.dockerops.engine.model.Size;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.problem.SourceRef;
import io.dockerops.engine.yaml.tree.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was read of one container configuration so far. What is said later goes over what was said before. */
final class Draft {

    final ServiceId service;
    final Map<Origins.Mention, SourceRef> mentions = new LinkedHashMap<>();
    final TreeMap<String, EnvValue> environment = new TreeMap<>();
    final TreeMap<String, String> labels = new TreeMap<>();
    final TreeMap<FieldPath, Value> options = new TreeMap<>();
    final List<HostId> hosts = new ArrayList<>();
    final TreeMap<FieldPath, Value> attributes = new TreeMap<>();
    final List<ExecCommand> exec = new ArrayList<>();
    private final List<Mount> mounts = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<Port.Published> published = new ArrayList<>();
    private final List<Port> exposed = new ArrayList<>();

    @Nullable
    Image image;

    @Nullable
    NetworkMode mode;

    @Nullable
    List<String> command;

    @Nullable
    List<String> entrypoint;

    @Nullable
    String workingDirectory;

    @Nullable
    String user;

    @Nullable
    String hostname;

    @Nullable
    HealthCheck health;

    @Nullable
    RestartPolicy restart;

    @Nullable
    String stopSignal;

    @Nullable
    Duration stopTimeout;

    @Nullable
    Boolean persistent;

    @Nullable
    Duration startDelay;

    @Nullable
    String permissions;

    @Nullable
    Size memory;

    @Nullable
    Size memorySwap;

    @Nullable
    Size memoryReservation;

    @Nullable
    Long nanoCpus;

    @Nullable
    Long cpuShares;

    @Nullable
    String cpuset;

    @Nullable
    Long pids;

    Draft(ServiceId service) {
        this.service = service;
    }

    /** Notes that {@code word} names {@code value} at {@code place}. */
    void mention(String word, String value, SourceRef place) {
        mentions.put(new Origins.Mention(service, word, value), place);
    }

    /** Sets a field of the API, at {@code item}. */
    void field(FieldPath path, Value value, Item item) {
        mention("option", path.toString(), item.place());
        (Worded.has(path) ? attributes : options).put(path, value);
    }

    void mount(Mount mount, String word, SourceRef place) {
        mention(word, mount.key(), place);
        replace(mounts, mount, Mount::key);
    }

    void link(Link link, SourceRef place) {
        mention("link", link.target().toString(), place);
        if (!links.contains(link)) {
            links.add(link);
        }
    }

    void endpoint(Endpoint endpoint, SourceRef place) {
        mention("network", endpoint.network().name(), place);
        endpoint.links().forEach(link -> mention("link", link.target().toString(), place));
        replace(endpoints, endpoint, Endpoint::network);
    }

    void publish(Port.Published port, SourceRef place) {
        mention("publish", port.container().toString(), place);
        if (!published.contains(port)) {
            published.add(port);
        }
    }

    void expose(Port port, SourceRef place) {
        mention("expose", port.toString(), place);
        if (!exposed.contains(port)) {
            exposed.add(port);
        }
    }

    private static <T> void replace(List<T> entries, T entry, Function<T, Object> key) {
        for (int i = 0; i < entries.size(); i++) {
            if (key.apply(entries.get(i)).equals(key.apply(entry))) {
                entries.set(i, entry);
                return;
            }
        }
        entries.add(entry);
    }

    Settings settings() {
        return new Settings(
                hosts,
                Optional.ofNullable(image),
                new ContainerProcess(
                        Optional.ofNullable(command),
                        Optional.ofNullable(entrypoint),
                        Optional.ofNullable(workingDirectory),
                        Optional.ofNullable(user),
                        Optional.ofNullable(hostname)),
                environment,
                mounts,
                mode instanceof NetworkMode.Bridge ? legacyLinks() : links,
                new Networking(Optional.ofNullable(mode), endpoints, published, exposed),
                limits(),
                Optional.ofNullable(health),
                lifecycle(),
                labels,
                new Specification(attributes).canonical().fields(),
                new Specification(options).canonical().fields());
    }

    /** Without networks of its own a container can only be linked as engines did it before they had them. */
    private List<Link> legacyLinks() {
        return links.stream()
                .map(link -> new Link(link.target(), link.alias(), true))
                .toList();
    }

    private Limits limits() {
        return new Limits(
                Optional.ofNullable(memory),
                Optional.ofNullable(memorySwap),
                Optional.ofNullable(memoryReservation),
                Optional.ofNullable(nanoCpus),
                Optional.ofNullable(cpuShares),
                Optional.ofNullable(cpuset),
                Optional.ofNullable(pids));
    }

    private Lifecycle lifecycle() {
        return new Lifecycle(
                Optional.ofNullable(restart),
                Optional.ofNullable(stopSignal),
                Optional.ofNullable(stopTimeout),
                Optional.empty(),
                Optional.ofNullable(persistent),
                Optional.ofNullable(startDelay),
                exec,
                Optional.ofNullable(permissions));
    }
}
