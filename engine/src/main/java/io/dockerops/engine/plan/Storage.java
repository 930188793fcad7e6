package io.dockerops.engine.plan;

import io.dockerops.engine.model.FieldPath;
import io.dockerops.engine.model.Host;
import io.dockerops.engine.model.Instance;
import io.dockerops.engine.model.InstanceId;
import io.dockerops.engine.model.Labels;
import io.dockerops.engine.model.Mount;
import io.dockerops.engine.model.Specification;
import io.dockerops.engine.model.Value;
import io.dockerops.engine.model.Volume;
import io.dockerops.engine.plan.ActionGraph.Builder.Node;
import io.dockerops.engine.state.ObservedHost;
import io.dockerops.engine.state.ObservedState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans that hosts have the named volumes of their instances, and that attached ones have their owner and mode: each
 * volume once per host.
 */
final class Storage {

    /** Sets owner and mode given as arguments, so that no shell ever reads them. */
    private static final String PREPARE =
            "{ test -z \"$0\" || chown -R \"$0\" /volume-tmp; } && { test -z \"$1\" || chmod -R \"$1\" /volume-tmp; }";

    private final Topology topology;
    private final ObservedState state;
    private final ActionGraph.Builder graph;
    private final Images images;
    private final Specifications specifications;
    private final Map<String, List<Node>> made = new LinkedHashMap<>();
    private final Map<String, List<Node>> prepared = new LinkedHashMap<>();

    Storage(Topology topology, ObservedState state, ActionGraph.Builder graph, Images images) {
        this.topology = topology;
        this.state = state;
        this.graph = graph;
        this.images = images;
        this.specifications = new Specifications(topology, state);
    }

    /** What has to be done before a container of {@code instance} is made. */
    List<Node> beforeCreate(Instance instance) {
        List<Node> before = new ArrayList<>();
        named(topology, instance).forEach(volume -> before.addAll(create(topology.host(instance.host()), volume)));
        return before;
    }

    /**
     * What has to be done before a container of {@code instance} is started.
     *
     * @param differences the fields in which its last container was not as wanted
     */
    List<Node> beforeStart(Instance instance, List<Difference> differences) {
        List<Node> before = new ArrayList<>();
        for (Mount mount : instance.settings().mounts()) {
            if (mount instanceof Mount.OfVolume volume && volume.role() == Mount.Role.ATTACHED) {
                Volume declared = topology.volume(volume.volume());
                if (declared.storage() instanceof Volume.Named) {
                    before.addAll(prepare(instance, declared, differences));
                }
            }
        }
        return before;
    }

    /** The named volumes that {@code instance} mounts. */
    static List<Volume> named(Topology topology, Instance instance) {
        List<Volume> volumes = new ArrayList<>();
        for (Mount mount : instance.settings().mounts()) {
            if (mount instanceof Mount.OfVolume volume) {
                Volume declared = topology.volume(volume.volume());
                if (declared.storage() instanceof Volume.Named) {
                    volumes.add(declared);
                }
            }
        }
        return volumes;
    }

    private List<Node> create(Host host, Volume volume) {
        String name = topology.project().naming().volume(volume.id());
        return made.computeIfAbsent(host.id() + "/" + name, key -> {
            if (state.host(host).volumes().containsKey(name)) {
                return List.of();
            }
            Specification wanted = Specifications.of((Volume.Named) volume.storage());
            Specification labelled = specifications.labelled(
                    wanted, volume.id().kind(), Identities.labels(topology.project(), volume.id(), name));
            Action action = new Action.CreateVolume(host.id(), volume.id(), name, labelled);
            return List.of(graph.add(action, Cause.Plain.MISSING, List.of()));
        });
    }

    private List<Node> prepare(Instance owner, Volume volume, List<Difference> differences) {
        Host host = topology.host(owner.host());
        Optional<String> user = owner(owner, volume);
        Optional<String> permissions = mode(owner, volume);
        if (user.isEmpty() && permissions.isEmpty()) {
            return List.of();
        }
        FieldPath attached = Specifications.ATTACHED.child(volume.id().label());
        boolean changed =
                differences.stream().anyMatch(difference -> difference.field().startsWith(attached));
        return prepared.computeIfAbsent(host.id() + "/" + volume.id(), key -> {
            if (!changed && inUse(state.host(host), volume)) {
                return List.of();
            }
            String name = topology.project().naming().volume(volume.id()) + ".prepare";
            Specification helper = helper(owner, volume, user.orElse(""), permissions.orElse(""));
            List<Node> after = new ArrayList<>(create(host, volume));
            after.addAll(images.beforeHelper(host));
            Action action = new Action.PrepareVolume(host.id(), volume.id(), name, helper);
            return List.of(graph.add(action, Cause.Plain.NOT_PREPARED, after));
        });
    }

    /** The user and group that {@code volume} belongs to when {@code owner} attaches it. */
    static Optional<String> owner(Instance owner, Volume volume) {
        return volume.user()
                .or(() -> owner.settings().process().user())
                .map(user -> user.indexOf(':') >= 0 ? user : user + ":" + user);
    }

    /** The mode that {@code volume} gets when {@code owner} attaches it. */
    static Optional<String> mode(Instance owner, Volume volume) {
        return volume.permissions().or(() -> owner.settings().lifecycle().permissions());
    }

    /** Whether a container that owns the volume was ever started, which comes after the volume's preparation. */
    private boolean inUse(ObservedHost host, Volume volume) {
        String name = topology.project().naming().volume(volume.id());
        return host.volumes().containsKey(name)
                && topology.attaching(volume.id()).stream()
                        .map(id -> host.containers()
                                .get(topology.project().naming().container(id)))
                        .anyMatch(container ->
                                container != null && container.status().everStarted());
    }

    private Specification helper(Instance owner, Volume volume, String user, String permissions) {
        Specification wanted = Specification.builder()
                .put("Image", images.helperId().label())
                .put(FieldPath.of("Entrypoint"), Value.texts(List.of("sh", "-c", PREPARE)))
                .put(FieldPath.of("Cmd"), Value.texts(List.of(user, permissions)))
                .put("User", "0")
                .put("HostConfig.NetworkMode", "none")
                .put(
                        FieldPath.of("HostConfig", "Binds", "/volume-tmp"),
                        Value.text(topology.project().naming().volume(volume.id()) + ":rw"))
                .build();
        return specifications.labelled(wanted, "preparation", ownerLabels(owner.id()));
    }

    /** The labels by which a container is known as an instance's. */
    static Map<String, String> ownerLabels(InstanceId id) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(Labels.SERVICE, id.service().name());
        id.instance().ifPresent(name -> labels.put(Labels.INSTANCE, name));
        return labels;
    }
}
